package org.autotrainer.adapters.cli;

import org.autotrainer.application.CurateHeuristics;
import org.autotrainer.application.CurateHeuristics.Response;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Puts two heuristics together. */
@Command(
        name = "merge",
        header = "Put two heuristics together, as if they had always been one.",
        description = {"", "The evidence of both counts, and the text that came first is shown."},
        footer = {"", "Example:", "  autotrainer heuristics merge 77b2d1 5c1e90 --agent support"})
final class HeuristicsMergeCommand extends CurationVerb {
    @Parameters(index = "0", paramLabel = "ID", description = "The heuristic's id, or the beginning of it.")
    private String id;

    @Parameters(index = "1", paramLabel = "INTO", description = "The id of the other one, or the beginning of it.")
    private String into;

    @Override
    void check() {
        super.check();
        check(id);
        check(into);
    }

    @Override
    Response decide(CurateHeuristics curation, String agentName) {
        return curation.merge(agentName, id, into);
    }

    @Override
    String sentence(Response decided) {
        return "They are one heuristic now, " + ShortId.of(decided.id()) + ": " + decided.text();
    }
}
