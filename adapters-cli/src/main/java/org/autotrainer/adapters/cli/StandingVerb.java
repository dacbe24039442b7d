package org.autotrainer.adapters.cli;

import org.autotrainer.application.CurateHeuristics.Response;
import picocli.CommandLine.Parameters;

/** A decision on where one heuristic stands, above what the evidence says. */
abstract class StandingVerb extends CurationVerb {
    @Parameters(
            paramLabel = "ID",
            description = "The heuristic's id, or the beginning of it, at least four characters.")
    private String id;

    /** The id as a person wrote it. */
    final String id() {
        return id;
    }

    /** What happens to it from now on. */
    abstract String consequence();

    @Override
    void check() {
        super.check();
        check(id);
    }

    @Override
    final String sentence(Response decided) {
        return "Heuristic " + ShortId.of(decided.id()) + " is " + decided.status() + " now: " + consequence();
    }
}
