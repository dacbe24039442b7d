package org.autotrainer.adapters.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.autotrainer.adapters.cli.KeptToken.Standing;
import org.autotrainer.adapters.cli.console.FileTrouble;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.evaluation.InvalidValueException;

/**
 * The file of the tokens of a server: a line for each that was created or revoked, added to and never changed. It holds no
 * secrets, and its owner alone may write it. Several processes may use it at once; thread-safe.
 */
record TokenFile(Path path) {
    /** The most tokens in force at once. */
    static final int MOST = 1_000;

    private static final int LONGEST = 8 << 20;
    /** A lock on a file is one between processes. */
    private static final Object ONE_AT_A_TIME = new Object();

    /**
     * The tokens by their names, oldest first, those that were revoked included; none when there is no file.
     *
     * @throws AutoTrainerException if it cannot be read, or others may write it
     * @throws InvalidValueException if a line says nothing of a token
     */
    Map<String, KeptToken> read() {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            return read(channel);
        } catch (NoSuchFileException none) {
            return Map.of();
        } catch (IOException failed) {
            throw trouble("cannot be read", failed);
        }
    }

    /**
     * Adds a token.
     *
     * @throws AutoTrainerException {@link Problem#CONFLICT} if one of its name is in force, or there are too many
     */
    void create(KeptToken kept) {
        change(tokens -> {
            Instant now = kept.created();
            if (tokens.containsKey(kept.name()) && tokens.get(kept.name()).at(now) == Standing.IN_FORCE) {
                throw new AutoTrainerException(
                        Problem.CONFLICT,
                        "there is a token " + kept.name() + " already; give another name, or revoke it first");
            }
            if (tokens.values().stream()
                            .filter(one -> one.at(now) == Standing.IN_FORCE)
                            .count()
                    >= MOST) {
                throw new AutoTrainerException(
                        Problem.CONFLICT, "there are " + MOST + " tokens already; revoke some first");
            }
            return TokenLine.created(kept);
        });
    }

    /**
     * Takes a token back.
     *
     * @throws AutoTrainerException {@link Problem#NOT_FOUND} if there is none of that name; {@link Problem#CONFLICT} if it
     *     was revoked already
     */
    void revoke(String name, Instant now) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            throw none(name);
        }
        change(tokens -> {
            if (!tokens.containsKey(name)) {
                throw none(name);
            }
            if (tokens.get(name).at(now) == Standing.REVOKED) {
                throw new AutoTrainerException(Problem.CONFLICT, "the token " + name + " was revoked already");
            }
            return TokenLine.revoked(name, now);
        });
    }

    private static AutoTrainerException none(String name) {
        return new AutoTrainerException(
                Problem.NOT_FOUND, "there is no token " + name + "; see autotrainer token list");
    }

    /** Decides on a line by the tokens that there are. */
    private interface Decision {
        String line(Map<String, KeptToken> tokens);
    }

    /** Adds a line, while nobody else can; it is on the disk when this returns. */
    private void change(Decision decision) {
        synchronized (ONE_AT_A_TIME) {
            append(decision);
        }
    }

    private void append(Decision decision) {
        Set<OpenOption> options = Set.of(
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE,
                LinkOption.NOFOLLOW_LINKS);
        try (FileChannel channel = FileChannel.open(path, options, OwnerAlone.attributes(path));
                FileLock lock = channel.lock()) {
            assert lock.isValid();
            byte[] line = (decision.line(read(channel)) + "\n").getBytes(StandardCharsets.UTF_8);
            long end = whole(channel);
            channel.truncate(end).position(end);
            ByteBuffer bytes = ByteBuffer.wrap(line);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        } catch (IOException failed) {
            throw trouble("cannot be written", failed);
        }
    }

    private Map<String, KeptToken> read(FileChannel channel) throws IOException {
        requireOwn();
        Map<String, KeptToken> tokens = new LinkedHashMap<>();
        List<String> lines = text(channel, whole(channel)).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            try {
                TokenLine.read(lines.get(i), tokens);
            } catch (InvalidValueException wrong) {
                throw new InvalidValueException(path + ", line " + (i + 1) + ": " + wrong.getMessage());
            }
        }
        return tokens;
    }

    /** Where the last whole line ends: one that a crash cut off was told to nobody. */
    private long whole(FileChannel channel) throws IOException {
        if (channel.size() > LONGEST) {
            throw new InvalidValueException(
                    path + " has more than " + LONGEST + " bytes; move it away, and create the tokens anew");
        }
        return text(channel, channel.size()).lastIndexOf('\n') + 1L;
    }

    /** The first bytes of the file, a letter each: what is beyond ASCII is escaped in it. */
    private static String text(FileChannel channel, long bytes) throws IOException {
        channel.position(0);
        byte[] read = Channels.newInputStream(channel).readNBytes((int) bytes);
        return new String(read, StandardCharsets.ISO_8859_1);
    }

    /** Who can write it can let anybody in. */
    private void requireOwn() throws IOException {
        if (!OwnerAlone.isPosix(path)) {
            return;
        }
        Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS);
        if (permissions.contains(PosixFilePermission.GROUP_WRITE)
                || permissions.contains(PosixFilePermission.OTHERS_WRITE)) {
            throw new AutoTrainerException(
                    Problem.INVALID, path + " can be written by others than its owner; say: chmod 600 " + path);
        }
    }

    private AutoTrainerException trouble(String what, IOException failed) {
        return Files.isSymbolicLink(path)
                ? new AutoTrainerException(Problem.INVALID, path + " is a symbolic link; name the file itself", failed)
                : FileTrouble.of(path + " " + what, failed, Problem.NOT_FOUND);
    }
}
