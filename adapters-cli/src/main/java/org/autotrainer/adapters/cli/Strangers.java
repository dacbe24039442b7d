package org.autotrainer.adapters.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.autotrainer.application.BrowseAgents;
import org.autotrainer.application.BrowseAgents.Item;
import org.autotrainer.application.wire.Page;
import org.autotrainer.application.wire.Spelling;

/** Tells which agents there are when something is asked of one that nothing is known of. */
final class Strangers {
    private static final int MOST_NAMED = 5;
    private static final int PAGE = 500;
    private static final int MOST_READ = 10_000;

    private Strangers() {}

    /**
     * What there is instead of an agent; empty if it has facts, or nobody has.
     *
     * @param given whether the agent was named, or is the usual one
     */
    static String sentence(BrowseAgents agents, String agent, boolean given) {
        if (agents.has(agent)) {
            return "";
        }
        List<String> known = names(agents);
        if (known.isEmpty()) {
            return "";
        }
        List<String> nearest = Spelling.nearestFirst(agent, known);
        String more = nearest.size() > MOST_NAMED ? ", …" : "";
        String there = String.join(", ", nearest.subList(0, Math.min(MOST_NAMED, nearest.size()))) + more;
        String meant = Spelling.nearest(agent, known)
                .filter(near -> given)
                .map(near -> "; did you mean " + near + "?")
                .orElse("");
        return "there is no agent " + agent + (given ? "" : ", which is meant without --agent") + "; there "
                + (known.size() == 1 ? "is " : "are ") + there + meant;
    }

    private static List<String> names(BrowseAgents agents) {
        List<String> names = new ArrayList<>();
        Optional<String> cursor = Optional.of("");
        while (cursor.isPresent() && names.size() < MOST_READ) {
            Page<Item> page = agents.list(cursor.get(), PAGE);
            page.items().forEach(item -> names.add(item.agent()));
            cursor = page.following();
        }
        return names;
    }
}
