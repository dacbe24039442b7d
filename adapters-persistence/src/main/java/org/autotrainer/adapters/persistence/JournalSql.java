package org.autotrainer.adapters.persistence;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import org.autotrainer.application.port.Entry;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.journal.FactKind;

/** The statements of agents and facts, and how their rows are written and read. */
final class JournalSql {
    static final String CHANCE_KEY = "SELECT key FROM chance";

    static final String AGENT = "SELECT number, checkpoint FROM agents WHERE name = ?";

    static final String ADD_AGENT = "INSERT INTO agents (name) VALUES (?)";

    static final String MOVE_CHECKPOINT = "UPDATE agents SET checkpoint = ? WHERE number = ?";

    static final String AGENTS = """
            SELECT name FROM agents
            WHERE name > ? AND EXISTS (SELECT 1 FROM facts WHERE place = number << 40 | 1)
            ORDER BY name LIMIT ?
            """;

    static final String HEAD =
            "SELECT place, chain FROM facts WHERE place > ? AND place <= ? ORDER BY place DESC LIMIT 1";

    /** Finds a fact by its hash; others may have the same. */
    static final String NEWEST = """
            WITH found AS (
              SELECT place FROM fresh_ids WHERE id_hash = ?1 AND place > ?2 AND place <= ?3
              UNION ALL
              SELECT place FROM settled_ids WHERE id_hash = ?1 AND place > ?2 AND place <= ?3)
            SELECT facts.place, kind, id, revision, rewrites, recorded_at, payload_hash, chain, answer, payload
            FROM found CROSS JOIN facts ON facts.place = found.place
            WHERE kind = ?4
            """;

    /** The same for a JSON list of hashes. */
    static final String NEWEST_OF_MANY = """
            WITH found AS (
              SELECT place FROM json_each(?1) AS wanted
              CROSS JOIN fresh_ids ON id_hash = wanted.value AND place > ?2 AND place <= ?3
              UNION ALL
              SELECT place FROM json_each(?1) AS wanted
              CROSS JOIN settled_ids ON id_hash = wanted.value AND place > ?2 AND place <= ?3)
            SELECT facts.place, kind, facts.id, revision, rewrites, recorded_at, payload_hash, chain, answer, payload
            FROM found CROSS JOIN facts ON facts.place = found.place
            WHERE kind = ?4
            """;

    static final String FRESH_IDS = "SELECT count(*) FROM fresh_ids";

    static final String SETTLE_IDS =
            "INSERT INTO settled_ids (id_hash, place) SELECT id_hash, place FROM fresh_ids ORDER BY id_hash, place";

    static final String CLEAR_FRESH_IDS = "DELETE FROM fresh_ids";

    static final String ENTRIES = """
            SELECT place, kind, id, revision, rewrites, recorded_at, payload_hash, chain, answer, payload FROM facts
            WHERE place > ? AND place <= ? ORDER BY place LIMIT ?
            """;

    static final String REWRITES = """
            SELECT place, kind, id, revision, rewrites, recorded_at, payload_hash, chain, answer, payload FROM facts
            WHERE rewrites = 1 AND place > ? AND place <= ? ORDER BY place
            """;

    static final String APPEND = """
            INSERT INTO facts
              (place, id_hash, kind, id, revision, rewrites, recorded_at, payload_hash, chain, answer, payload)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private JournalSql() {}

    /** The hash under which a fact is found: too wide to be forged in number, narrow enough to keep the index small. */
    static int idHash(long agent, FactKind kind, String id) {
        return (int) Identity.of(kind.word()).number(agent).text(id).hash();
    }

    static void bind(PreparedStatement statement, long agent, Entry entry) throws SQLException {
        statement.setLong(1, Place.of(agent, entry.position()));
        statement.setInt(2, idHash(agent, entry.kind(), entry.id()));
        statement.setString(3, entry.kind().word());
        statement.setString(4, entry.id());
        statement.setInt(5, entry.revision());
        statement.setInt(6, entry.rewrites() ? 1 : 0);
        statement.setLong(7, entry.recordedAt().toEpochMilli());
        statement.setBytes(8, entry.payloadHash());
        statement.setBytes(9, entry.chain());
        statement.setBytes(10, entry.answer());
        statement.setBytes(11, entry.payload());
    }

    static void bindName(PreparedStatement statement, long agent, FactKind kind, String id) throws SQLException {
        statement.setInt(1, idHash(agent, kind, id));
        bindKind(statement, agent, kind);
    }

    static void bindNames(PreparedStatement statement, long agent, FactKind kind, Set<String> ids) throws SQLException {
        int[] hashes =
                ids.stream().mapToInt(id -> idHash(agent, kind, id)).sorted().toArray();
        statement.setString(1, Arrays.toString(hashes));
        bindKind(statement, agent, kind);
    }

    private static void bindKind(PreparedStatement statement, long agent, FactKind kind) throws SQLException {
        statement.setLong(2, Place.of(agent, 0));
        statement.setLong(3, Place.of(agent, Place.HIGHEST));
        statement.setString(4, kind.word());
    }

    static String id(ResultSet row) throws SQLException {
        return row.getString(3);
    }

    static Entry entry(ResultSet row) throws SQLException {
        return new Entry(
                Place.position(row.getLong(1)),
                FactKind.of(row.getString(2)),
                row.getString(3),
                row.getInt(4),
                row.getInt(5) == 1,
                Instant.ofEpochMilli(row.getLong(6)),
                row.getBytes(10),
                row.getBytes(9),
                row.getBytes(7),
                row.getBytes(8));
    }
}
