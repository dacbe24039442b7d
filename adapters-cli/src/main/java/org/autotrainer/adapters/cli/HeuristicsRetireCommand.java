package org.autotrainer.adapters.cli;

import org.autotrainer.application.CurateHeuristics;
import org.autotrainer.application.CurateHeuristics.Response;
import picocli.CommandLine.Command;

/** Retires a heuristic. */
@Command(
        name = "retire",
        header = "Stop handing a heuristic out, until it is restored.",
        footer = {"", "Example:", "  autotrainer heuristics retire 5c1e90 --agent support"})
final class HeuristicsRetireCommand extends StandingVerb {
    @Override
    Response decide(CurateHeuristics curation, String agentName) {
        return curation.retire(agentName, id());
    }

    @Override
    String consequence() {
        return "it is not handed out until it is restored.";
    }
}
