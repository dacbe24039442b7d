package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.CurateHeuristics;
import org.autotrainer.application.CurateHeuristics.Response;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** A decision of a person on heuristics. */
abstract class CurationVerb extends AgentVerb {
    private static final int SHORTEST_ID = 4;

    CurationVerb() {
        super(Access.EXISTING);
    }

    abstract Response decide(CurateHeuristics curation, String agentName);

    /** What is told when it changed something. */
    abstract String sentence(Response decided);

    /** Refuses what is too short to mean one heuristic. */
    static void check(String id) {
        if (id.length() < SHORTEST_ID) {
            throw new InvalidValueException(
                    "the id \"" + id + "\" is too short; give at least " + SHORTEST_ID + " characters");
        }
    }

    @Override
    final int run(TrainingLoop loop, Console console) {
        Response decided = decide(loop.curation(), agent());
        if (inJson()) {
            console.json(decided);
        } else if (decided.changed()) {
            console.say(sentence(decided));
        } else {
            console.say(
                    "Nothing changed: heuristic " + ShortId.of(decided.id()) + " is " + decided.status() + " already.");
        }
        return ExitCode.OK;
    }
}
