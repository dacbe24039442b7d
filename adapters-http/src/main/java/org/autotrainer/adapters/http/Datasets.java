package org.autotrainer.adapters.http;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Semaphore;
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

    private final Semaphore room = new Semaphore(AT_ONCE);

    List<Route> routes() {
        return List.of(
                new Route("GET", "/v1/datasets", Set.of(), Endpoints.SMALL, Access.READ, this::formats),
                new Route("GET", "/v1/datasets/{format}", Set.of(), Endpoints.SMALL, Access.READ, this::dataset));
    }

    private Answer formats(Call call) {
        call.knowing();
        return Answer.of(200, Map.of("items", call.loop().export().formats()));
    }

    private Answer dataset(Call call) {
        call.knowing("agent", "part", "validation", "seed", "personal");
        String format = call.variable("format");
        ExportDataset export = call.loop().export();
        if (export.formats().stream().noneMatch(known -> known.name().equals(format))) {
            return Answer.problem(ProblemDetails.of(404, "there is no such format; see /v1/datasets"));
        }
        if (!room.tryAcquire()) {
            return Answer.problem(ProblemDetails.of(503, "too many data sets are under way; try again"));
        }
        boolean made = false;
        try {
            Answer answer =
                    Answer.prepared(DatasetBody.of(export, request(call, format), call.text("part"), room::release));
            made = true;
            return answer;
        } finally {
            if (!made) {
                room.release();
            }
        }
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Request request(Call call, String format) {
        String seed = call.text("seed");
        String personal = call.text("personal");
        return new Request(
                call.agent(),
                format,
                List.of(),
                share(call.text("validation")),
                seed.isEmpty() ? null : seed,
                personal.isEmpty() ? null : personal);
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Double share(String given) {
        if (given.isEmpty()) {
            return null;
        }
        try {
            return Double.valueOf(given);
        } catch (NumberFormatException wrong) {
            throw new InvalidValueException("validation is \"" + Json.excerpt(given) + "\"; allowed are 0 to 0.5");
        }
    }
}
