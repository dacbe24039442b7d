package org.autotrainer.adapters.cli;

import org.autotrainer.application.CurateHeuristics;
import org.autotrainer.application.CurateHeuristics.Response;
import picocli.CommandLine.Command;

/** Lets a heuristic begin anew. */
@Command(
        name = "restore",
        header = "Let a heuristic begin anew: neither pinned nor retired, what was believed of it forgotten.",
        footer = {"", "Example:", "  autotrainer heuristics restore 5c1e90 --agent support"})
final class HeuristicsRestoreCommand extends StandingVerb {
    @Override
    Response decide(CurateHeuristics curation, String agentName) {
        return curation.restore(agentName, id());
    }

    @Override
    String consequence() {
        return "it is tried out anew, and what was believed of it is forgotten.";
    }
}
