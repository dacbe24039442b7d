package org.autotrainer.adapters.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.autotrainer.application.server.ServerProvider.Dialogue;

/**
 * A dialogue over two streams: each line is answered before the next is read, blank ones are passed over, and nothing else is
 * written. Closing ends it once the line that it is at is answered. Thread-safe.
 */
final class Conversation implements AutoCloseable {
    /** How long a peer that does not read may hold up the end. */
    private static final int CLOSE_SECONDS = 8;

    private final Dialogue dialogue;
    private final Lines lines;
    private final OutputStream out;
    /** Held while a line is answered. */
    private final ReentrantLock turn = new ReentrantLock();

    private volatile boolean closed;

    private Conversation(Dialogue dialogue, InputStream in, OutputStream out) {
        this.dialogue = dialogue;
        this.lines = new Lines(in, dialogue.limit());
        this.out = out;
    }

    /**
     * Begins to listen, on a thread of its own.
     *
     * @param whenOver is run once, when the peer has no more to say, or does not listen any more
     */
    static Conversation begin(Dialogue dialogue, InputStream in, OutputStream out, Runnable whenOver) {
        Conversation conversation = new Conversation(dialogue, in, out);
        Thread listener = new Thread(() -> conversation.listen(whenOver), "autotrainer-conversation");
        listener.setDaemon(true);
        listener.start();
        return conversation;
    }

    private void listen(Runnable whenOver) {
        try {
            for (Optional<byte[]> line = lines.next(); line.isPresent() && !closed; line = lines.next()) {
                if (!isBlank(line.get())) {
                    answer(line.get());
                }
            }
        } catch (IOException gone) {
            closed = true; // nobody is there any more to be told of it
        } finally {
            whenOver.run();
        }
    }

    private void answer(byte[] line) throws IOException {
        turn.lock();
        try {
            if (closed) {
                return;
            }
            byte[] answer = dialogue.answer(line);
            if (answer.length > 0) {
                out.write(answer);
                out.write('\n');
                out.flush();
            }
        } finally {
            turn.unlock();
        }
    }

    private static boolean isBlank(byte[] line) {
        for (byte letter : line) {
            if (letter != ' ' && letter != '\t' && letter != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        closed = true;
        try {
            if (turn.tryLock(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                turn.unlock();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
