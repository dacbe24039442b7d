package org.autotrainer.adapters.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;

/**
 * Standard output, which keeps in mind that it could not be written; what comes after that is dropped.
 *
 * <p>A reader that has seen enough, as {@code head} does, is no failure: {@link #isReaderGone} tells it from a full disk.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private boolean broken;
    private IOException failure = new IOException();

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    /**
     * Makes sure that everything so far could be written.
     *
     * @throws AutoTrainerException if it could not
     */
    void check() {
        if (broken) {
            throw FileTrouble.of("standard output cannot be written", failure, Problem.STORAGE_FULL);
        }
    }

    boolean isReaderGone() {
        return String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("pipe");
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        if (!broken) {
            try {
                out.write(bytes, offset, length);
            } catch (IOException failed) {
                fail(failed);
            }
        }
    }

    @Override
    public void flush() {
        if (!broken) {
            try {
                out.flush();
            } catch (IOException failed) {
                fail(failed);
            }
        }
    }

    private void fail(IOException failed) {
        broken = true;
        failure = failed;
    }
}
