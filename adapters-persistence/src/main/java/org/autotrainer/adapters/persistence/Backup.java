package org.autotrainer.adapters.persistence;

import static org.autotrainer.adapters.persistence.Trouble.unusable;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;

/** Writes a compact copy of a database while others use it, and hands it over only when it is proved to be whole. */
final class Backup {
    private final Connections source;
    private final StoreFile target;

    Backup(Connections source, StoreFile target) {
        this.source = source;
        this.target = target;
    }

    void write() {
        requireFree();
        try (FreshFile fresh = FreshFile.draftOf(target.path())) {
            Map<String, Head> before = heads(source);
            copyTo(fresh.draft());
            prove(new Connections(fresh.draft()), before);
            fresh.place();
        } catch (FileAlreadyExistsException taken) {
            throw exists();
        } catch (JdbiException failed) {
            throw Trouble.of(target.path(), failed);
        } catch (IOException | SQLException failed) {
            throw new AutoTrainerException(
                    Problem.STORAGE_FULL,
                    "the backup " + target.path() + " cannot be written; check the folder and the space on its disk",
                    failed);
        }
    }

    private void requireFree() {
        if (target.exists()) {
            throw exists();
        }
        Path folder = target.path().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw unusable(target.path(), "cannot be made: there is no folder " + folder);
        }
        target.requireNoRemains();
    }

    private void copyTo(Path draft) {
        try (Handle copier = source.copier()) {
            copier.createUpdate("VACUUM INTO ?").bind(0, draft.toString()).execute();
        }
    }

    /** Checks the copy by itself and against the original, whose journals may have grown meanwhile. */
    private void prove(Connections copy, Map<String, Head> before) throws SQLException {
        try (Handle handle = copy.copier()) {
            Admission.turnOnLog(copy.file(), handle.getConnection());
        }
        List<String> findings = Inspection.of(copy).findings();
        if (!findings.isEmpty()) {
            throw unproved(findings.get(0));
        }
        Map<String, Head> copied = heads(copy);
        before.forEach((agent, head) -> {
            if (copied.getOrDefault(agent, Head.none()).position() < head.position()) {
                throw unproved("the journal of agent " + agent + " is too short");
            }
        });
        try (Handle original = source.reader()) {
            copied.forEach((agent, head) -> {
                if (!Inspection.head(original, agent, head.position()).equals(Optional.of(head))) {
                    throw unproved("the journal of agent " + agent + " differs");
                }
            });
        }
    }

    private AutoTrainerException unproved(String finding) {
        return unusable(source.file(), "cannot be backed up: in the copy, " + finding);
    }

    private static Map<String, Head> heads(Connections connections) {
        try (Handle handle = connections.reader()) {
            return Inspection.heads(handle);
        }
    }

    private AutoTrainerException exists() {
        return new AutoTrainerException(
                Problem.CONFLICT, "the backup " + target.path() + " exists already; nothing is ever written over");
    }
}
