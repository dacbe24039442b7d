package org.autotrainer.adapters.cli;

import java.util.Optional;
import org.autotrainer.adapters.cli.Loops.Access;
import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.application.ReviewSuggestions;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.wire.Page;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.evaluation.InvalidValueException;
import picocli.CommandLine.Parameters;

/** A decision on one training suggestion. */
abstract class SuggestionVerb extends AgentVerb {
    private static final int WHOLE_ID = 32;
    private static final int SHORTEST_ID = 4;
    private static final int PAGE = 500;

    @Parameters(paramLabel = "ID", description = "The suggestion's id, or the beginning of it.")
    private String id;

    SuggestionVerb() {
        super(Access.EXISTING);
    }

    abstract SuggestionBody decide(ReviewSuggestions review, String agentName, String suggestion);

    abstract String sentence(SuggestionBody decided);

    @Override
    void check() {
        super.check();
        if (id.length() < SHORTEST_ID) {
            throw new InvalidValueException(
                    "the id \"" + id + "\" is too short; give at least " + SHORTEST_ID + " characters");
        }
    }

    @Override
    final int run(TrainingLoop loop, Console console) {
        ReviewSuggestions review = loop.suggestions();
        SuggestionBody decided = decide(review, agent(), whole(review));
        if (inJson()) {
            console.json(decided);
        } else {
            console.say(sentence(decided));
        }
        return ExitCode.OK;
    }

    /** The id that begins as the person wrote; as written, if there is none, so that the answer says so. */
    private String whole(ReviewSuggestions review) {
        if (id.length() >= WHOLE_ID) {
            return id;
        }
        String found = id;
        int count = 0;
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent()) {
            Page<SuggestionBody> page = review.list(agent(), "", "", cursor.get(), PAGE);
            for (SuggestionBody suggestion : page.items()) {
                if (suggestion.id().startsWith(id)) {
                    count++;
                    found = suggestion.id();
                }
            }
            cursor = page.following();
        }
        if (count > 1) {
            throw new AutoTrainerException(
                    Problem.INVALID, count + " suggestions begin with " + id + "; give more of the id");
        }
        return found;
    }
}
