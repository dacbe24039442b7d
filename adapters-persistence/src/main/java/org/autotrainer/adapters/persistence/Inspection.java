package org.autotrainer.adapters.persistence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.autotrainer.application.port.Head;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** A thorough look at a database: all that can be found out without understanding the facts. */
final class Inspection {
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}");

    private static final String HEADS = """
            SELECT agents.name, facts.place, facts.chain FROM agents
            JOIN facts ON facts.place = (
              SELECT max(place) FROM facts WHERE place > agents.number << 40 AND place < (agents.number + 1) << 40)
            """;

    private static final String FACT =
            "SELECT facts.chain FROM agents JOIN facts ON facts.place = number << 40 | ? WHERE name = ?";

    private static final String GAPS = """
            SELECT agents.name FROM agents
            JOIN facts ON facts.place > agents.number << 40 AND facts.place < (agents.number + 1) << 40
            GROUP BY agents.number
            HAVING count(*) <> max(facts.place) & 1099511627775
            """;

    private static final String DOUBLES = """
            SELECT id FROM facts
            WHERE id_hash IN (SELECT id_hash FROM facts GROUP BY id_hash HAVING count(*) > 1)
            GROUP BY place >> 40, kind, id, revision
            HAVING count(*) > 1
            LIMIT 20
            """;

    private static final String LOST = """
            SELECT id FROM facts
            WHERE NOT EXISTS (SELECT 1 FROM settled_ids AS ids WHERE ids.id_hash = facts.id_hash AND ids.place = facts.place)
              AND NOT EXISTS (SELECT 1 FROM fresh_ids AS ids WHERE ids.id_hash = facts.id_hash AND ids.place = facts.place)
            LIMIT 20
            """;

    private final Connections connections;

    private Inspection(Connections connections) {
        this.connections = connections;
    }

    static Inspection of(Connections connections) {
        return new Inspection(connections);
    }

    /** What is wrong, a sentence each. */
    List<String> findings() {
        List<String> findings = new ArrayList<>();
        try (Handle handle = connections.reader()) {
            handle.useTransaction(snapshot -> inspect(snapshot, findings));
        } catch (JdbiException unreadable) {
            findings.add(
                    String.valueOf(Trouble.of(connections.file(), unreadable).getMessage()));
        }
        return List.copyOf(findings);
    }

    /** Where each agent's journal ends. */
    static Map<String, Head> heads(Handle handle) {
        return handle
                .createQuery(HEADS)
                .map((row, context) ->
                        Map.entry(row.getString(1), new Head(Place.position(row.getLong(2)), row.getBytes(3))))
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Where an agent's journal stood at a position; nowhere if it has no fact there. */
    static Optional<Head> head(Handle handle, String agent, long position) {
        return handle.createQuery(FACT)
                .bind(0, position)
                .bind(1, agent)
                .map((row, context) -> new Head(position, row.getBytes(1)))
                .findOne();
    }

    private static void inspect(Handle handle, List<String> findings) {
        texts(handle, "PRAGMA integrity_check(20)").stream()
                .filter(line -> !line.equals("ok"))
                .forEach(line -> findings.add("the database file is damaged: " + line));
        texts(handle, "PRAGMA foreign_key_check")
                .forEach(table -> findings.add("a row of " + table + " belongs to no agent"));
        texts(handle, GAPS).forEach(agent -> findings.add("the journal of agent " + agent + " has gaps"));
        texts(handle, DOUBLES).forEach(id -> findings.add("the fact " + id + " stands in a journal twice"));
        texts(handle, LOST).forEach(id -> findings.add("the fact " + id + " is not found by its id"));
    }

    /** Texts of a file that may be damaged, each on one line. */
    private static List<String> texts(Handle handle, String sql) {
        return handle.createQuery(sql)
                .mapTo(String.class)
                .map(text -> CONTROLS.matcher(text).replaceAll("?"))
                .list();
    }
}
