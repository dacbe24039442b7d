package org.autotrainer.adapters.cli;

import org.autotrainer.application.CurateHeuristics;
import org.autotrainer.application.CurateHeuristics.Response;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Makes a wording of a heuristic one of its own. */
@Command(
        name = "split",
        header = "Make a wording of a heuristic one of its own, as if it had always been.",
        description = {"", "The ids of a heuristic's wordings are told by: autotrainer heuristics show ID"},
        footer = {"", "Example:", "  autotrainer heuristics split 77b2d1 --agent support"})
final class HeuristicsSplitCommand extends CurationVerb {
    @Parameters(paramLabel = "WORDING", description = "The wording's id, or the beginning of it.")
    private String wording;

    @Override
    void check() {
        super.check();
        check(wording);
    }

    @Override
    Response decide(CurateHeuristics curation, String agentName) {
        return curation.split(agentName, wording);
    }

    @Override
    String sentence(Response decided) {
        return "The wording is heuristic " + ShortId.of(decided.id()) + " now: " + decided.text();
    }
}
