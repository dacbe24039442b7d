package org.autotrainer.adapters.cli;

import org.autotrainer.application.CurateHeuristics;
import org.autotrainer.application.CurateHeuristics.Response;
import picocli.CommandLine.Command;

/** Pins a heuristic. */
@Command(
        name = "pin",
        header = "Show a heuristic whenever it is relevant, and never withhold it.",
        footer = {"", "Example:", "  autotrainer heuristics pin 5c1e90 --agent support"})
final class HeuristicsPinCommand extends StandingVerb {
    @Override
    Response decide(CurateHeuristics curation, String agentName) {
        return curation.pin(agentName, id());
    }

    @Override
    String consequence() {
        return "it is shown whenever it is relevant, and not measured.";
    }
}
