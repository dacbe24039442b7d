package org.autotrainer.adapters.http;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.autotrainer.adapters.http.Route.Access;
import org.autotrainer.application.ExportDataset;
import org.autotrainer.application.ExportDataset.Request;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * Answers requests for data sets.
 *
 * <p>A data set is written into a temporary file first, and sent from there: however slow its reader is, it does not
 * hold the store. Thread-safe.
 */
final class Datasets {
    /** How many data sets are made or sent at once: each takes room on the disk, and a thread. */
    static final int AT_ONCE = 32;

    /** How many tasks can be left out of one data set. */
    static final int MOST_LEFT_OUT = 100_000;

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,20}(\\.[0-9]{1,20})?([eE][+-]?[0-9]{1,3})?");

    private final Semaphore room = new Semaphore(AT_ONCE);

    List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/datasets", Set.of(), Endpoints.SMALL, Access.READ, this::formats),
                new Route("GET", "/v1/datasets/{format}", Set.of(), Endpoints.SMALL, Access.READ, this::asked),
                new Route(
                        "POST",
                        "/v1/datasets/{format}",
                        Set.of(Answer.JSON),
                        Endpoints.LARGE,
                        Access.READ,
                        this::described));
    }

    private Answer formats(Call call) {
        call.knowing();
        return Answer.of(200, Map.of("items", call.loop().export().formats()));
    }

    /**
     * What a data set is to hold.
     *
     * @param part only this file of it
     * @param leaveOut tasks that it must not hold, {@value #MOST_LEFT_OUT} at most
     */
    record Description(
            String agent, String part, List<String> leaveOut, Double validation, String seed, String personal) {}

    @SuppressWarnings("NullAway") // absent is null on the wire
    private Answer asked(Call call) {
        call.knowing("agent", "part", "validation", "seed", "personal");
        String personal = call.word("personal");
        return dataset(
                call,
                call.variable("format"),
                new Description(
                        call.agent(),
                        call.text("part"),
                        null,
                        share(call.word("validation")),
                        call.text("seed"),
                        personal.isEmpty() ? null : personal));
    }

    private Answer described(Call call) {
        Description asked = call.knowing().body(Description.class);
        int tasks = asked.leaveOut() == null ? 0 : asked.leaveOut().size();
        if (tasks > MOST_LEFT_OUT) {
            throw new InvalidValueException("leave_out names " + tasks + " tasks; allowed are up to " + MOST_LEFT_OUT);
        }
        call.about(asked.agent());
        return dataset(call, call.variable("format"), asked);
    }

    private Answer dataset(Call call, String format, Description asked) {
        ExportDataset export = call.loop().export();
        if (export.formats().stream().noneMatch(known -> known.name().equals(format))) {
            return Answer.problem(ProblemDetails.of(404, "there is no such format; see /v1/datasets"));
        }
        if (!room.tryAcquire()) {
            return Answer.problem(ProblemDetails.of(503, "too many data sets are under way; try again"));
        }
        boolean made = false;
        try {
            Request request = request(format, asked);
            Answer.Prepared body =
                    DatasetBody.of(export, request, Objects.requireNonNullElse(asked.part(), ""), room::release);
            made = true;
            return ofKnown(call, request.agent(), body);
        } finally {
            if (!made) {
                room.release();
            }
        }
    }

    /** The answer with a data set, if anything of its agent is recorded. */
    private static Answer ofKnown(Call call, String agent, Answer.Prepared body) {
        boolean answered = false;
        try {
            if (call.loop().journal().list(agent, "", 1).items().isEmpty()) {
                return Answer.problem(ProblemDetails.of(
                        404,
                        "there is no agent " + Json.excerpt(agent) + ": nothing of it is recorded; see /v1/agents"));
            }
            answered = true;
            return Answer.prepared(body);
        } finally {
            if (!answered) {
                body.close();
            }
        }
    }

    private static Request request(String format, Description asked) {
        return new Request(
                Objects.requireNonNullElse(asked.agent(), Call.DEFAULT_AGENT),
                format,
                asked.leaveOut(),
                asked.validation(),
                asked.seed(),
                asked.personal());
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Double share(String given) {
        if (given.isEmpty()) {
            return null;
        }
        if (!NUMBER.matcher(given).matches()) {
            throw new InvalidValueException("validation is \"" + Json.excerpt(given) + "\"; allowed are 0 to 0.5");
        }
        return Double.valueOf(given);
    }
}
