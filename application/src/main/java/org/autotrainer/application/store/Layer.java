package org.autotrainer.application.store;

import static org.autotrainer.application.port.CodePointOrder.BY_CODE_POINT;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.domain.journal.FactKind;

/** Changes over an older view: reads see both, and the older view is never touched. */
final class Layer implements Transaction {
    private static final int PAGE = 500;

    private final Snapshot below;
    private final Map<String, AgentLayer> agents;
    private final Set<String> writable;

    /**
     * A layer over an older view.
     *
     * @param agents what the layer holds so far
     * @param writable the agents that may be appended to
     */
    Layer(Snapshot below, Map<String, AgentLayer> agents, Set<String> writable) {
        this.below = below;
        this.agents = agents;
        this.writable = writable;
    }

    /** Puts what this layer holds into the agents of the one below it. */
    void mergeInto(Map<String, AgentLayer> lower) {
        agents.forEach((agent, layer) -> layer.mergeInto(lower.computeIfAbsent(agent, any -> new AgentLayer())));
    }

    @Override
    public byte[] chanceKey() {
        return below.chanceKey();
    }

    @Override
    public List<String> agents(String after, int limit) {
        SortedSet<String> names = new TreeSet<>(BY_CODE_POINT);
        names.addAll(below.agents(after, limit));
        agents.forEach((agent, layer) -> {
            if (!layer.entries().isEmpty() && BY_CODE_POINT.compare(agent, after) > 0) {
                names.add(agent);
            }
        });
        return names.stream().limit(limit).toList();
    }

    @Override
    public Head head(String agent) {
        AgentLayer layer = agents.get(agent);
        if (layer == null || layer.entries().isEmpty()) {
            return below.head(agent);
        }
        return layer.entries().get(layer.entries().size() - 1).head();
    }

    @Override
    public Map<String, Entry> newest(String agent, FactKind kind, Set<String> ids) {
        Map<String, Entry> found = new HashMap<>(below.newest(agent, kind, ids));
        AgentLayer layer = agents.get(agent);
        if (layer != null) {
            ids.forEach(id -> layer.newest(kind, id).ifPresent(entry -> found.merge(id, entry, Entry::newer)));
        }
        return found;
    }

    @Override
    public List<Entry> entries(String agent, long after, int limit) {
        AgentLayer layer = agents.get(agent);
        List<Entry> found = new ArrayList<>(below.entries(agent, after, limit));
        if (layer == null || layer.entries().isEmpty()) {
            return found;
        }
        long first = layer.entries().get(0).position();
        long reached = found.isEmpty() ? after : found.get(found.size() - 1).position();
        if (reached >= first - 1) {
            int from = (int) Math.min(layer.entries().size(), reached - first + 1);
            int to = Math.min(layer.entries().size(), from + limit - found.size());
            found.addAll(layer.entries().subList(from, to));
        }
        return found;
    }

    @Override
    public List<Entry> rewrites(String agent) {
        List<Entry> found = new ArrayList<>(below.rewrites(agent));
        AgentLayer layer = agents.get(agent);
        if (layer != null) {
            layer.entries().stream().filter(Entry::rewrites).forEach(found::add);
        }
        return found;
    }

    @Override
    public long checkpoint(String agent) {
        AgentLayer layer = agents.get(agent);
        return (layer == null ? Optional.<Long>empty() : layer.checkpoint()).orElseGet(() -> below.checkpoint(agent));
    }

    @Override
    public Optional<Row> row(String agent, Table table, String key) {
        AgentLayer layer = agents.get(agent);
        if (layer == null) {
            return below.row(agent, table, key);
        }
        return layer.rows(table).row(key).or(() -> layer.isAnew() ? Optional.empty() : below.row(agent, table, key));
    }

    @Override
    public List<Row> rows(String agent, Table table, String after, int limit) {
        AgentLayer layer = agents.get(agent);
        if (layer == null) {
            return below.rows(agent, table, after, limit);
        }
        AgentLayer.Rows here = layer.rows(table);
        List<Row> found = layer.isAnew() ? new ArrayList<>() : rowsBelow(agent, table, after, limit, here);
        int added = 0;
        for (Row row : here.after(after)) {
            if (added++ == limit) {
                break;
            }
            found.add(row);
        }
        return found.stream()
                .sorted((one, other) -> BY_CODE_POINT.compare(one.order(), other.order()))
                .limit(limit)
                .toList();
    }

    private List<Row> rowsBelow(String agent, Table table, String after, int limit, AgentLayer.Rows here) {
        List<Row> found = new ArrayList<>();
        String from = after;
        while (found.size() < limit) {
            List<Row> page = below.rows(agent, table, from, Math.max(limit, PAGE));
            if (page.isEmpty()) {
                break;
            }
            page.stream().filter(row -> here.row(row.key()).isEmpty()).forEach(found::add);
            from = page.get(page.size() - 1).order();
        }
        return found;
    }

    @Override
    public void append(String agent, Entry entry) {
        if (!writable.contains(agent)) {
            throw new IllegalStateException("the work was not begun for agent " + agent);
        }
        long expected = head(agent).position() + 1;
        if (entry.position() != expected) {
            throw new IllegalStateException(
                    "a fact at position " + entry.position() + " cannot follow; position " + expected + " is next");
        }
        if (newest(agent, entry.kind(), entry.id())
                .filter(known -> known.revision() >= entry.revision())
                .isPresent()) {
            throw new IllegalStateException(entry + " is in the journal already");
        }
        agents.computeIfAbsent(agent, any -> new AgentLayer()).append(entry);
    }

    @Override
    public void checkpoint(String agent, long position, boolean anew, List<Row> rows) {
        if (!writable.contains(agent)) {
            throw new IllegalStateException("the work was not begun for agent " + agent);
        }
        long head = head(agent).position();
        if (position > head || position < checkpoint(agent)) {
            throw new IllegalStateException(
                    "a checkpoint at " + position + " lies outside " + checkpoint(agent) + ".." + head);
        }
        agents.computeIfAbsent(agent, any -> new AgentLayer()).checkpoint(position, anew, rows);
    }
}
