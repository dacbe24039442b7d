package org.autotrainer.adapters.persistence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.BrowseHeuristics;
import org.autotrainer.application.RandomEvents;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.wire.Page;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Identity;

/**
 * A process of its own that lets random things happen to a store and says what was acknowledged.
 *
 * <p>It prints {@code ack AGENT ID REVISION} for each evaluation, {@code done}, and after a line of input {@code state HASH}.
 */
final class LoopProcess {
    static final List<String> AGENTS = List.of("a", "b");

    private LoopProcess() {}

    public static void main(String[] arguments) throws IOException {
        RandomEvents events = new RandomEvents(Long.parseLong(arguments[1]), arguments[1] + "-");
        PrintStream out = new PrintStream(System.out, true, UTF_8);
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        try (TrainingLoop loop = TrainingLoop.open("sqlite:" + arguments[0])) {
            List<List<Evaluation>> earlier = List.of(new ArrayList<>(), new ArrayList<>());
            for (int turn = 0; turn < Integer.parseInt(arguments[2]); turn++) {
                int agent = events.below(AGENTS.size());
                for (Evaluation done : events.happen(loop, AGENTS.get(agent), earlier.get(agent))) {
                    earlier.get(agent).removeIf(older -> older.id().equals(done.id()));
                    earlier.get(agent).add(done);
                    out.println("ack " + AGENTS.get(agent) + " " + done.id() + " " + done.revision());
                }
            }
            out.println("done");
            if (in.readLine() != null) {
                out.println("state " + state(loop));
            }
        }
    }

    /** A hash of all heuristics and keys as this process sees them. */
    static String state(TrainingLoop loop) {
        Identity state = Identity.of("state");
        for (String agent : AGENTS) {
            Optional<String> cursor = Optional.of("");
            while (cursor.isPresent()) {
                Page<BrowseHeuristics.Item> page = loop.heuristics().list(agent, cursor.get(), 500);
                page.items().forEach(item -> state.text(item.toString()));
                cursor = page.following();
            }
            loop.heuristics().keys(agent).forEach((key, text) -> state.text(key).text(text));
        }
        return state.id();
    }
}
