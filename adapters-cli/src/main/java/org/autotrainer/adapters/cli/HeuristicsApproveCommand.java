package org.autotrainer.adapters.cli;

import org.autotrainer.application.CurateHeuristics;
import org.autotrainer.application.CurateHeuristics.Response;
import picocli.CommandLine.Command;

/** Lets a quarantined heuristic in. */
@Command(
        name = "approve",
        header = "Let in a heuristic that is quarantined.",
        footer = {"", "Example:", "  autotrainer heuristics approve 5c1e90 --agent support"})
final class HeuristicsApproveCommand extends StandingVerb {
    @Override
    Response decide(CurateHeuristics curation, String agentName) {
        return curation.approve(agentName, id());
    }

    @Override
    String consequence() {
        return "it is tried out like any other.";
    }
}
