package org.autotrainer.adapters.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;

/**
 * Standard output, which tells at once when it cannot be written, and is silent after that.
 *
 * <p>A reader that has seen enough, as {@code head} does, is no failure: {@link #isReaderGone} tells it from a full disk.
 */
final class StandardOutput extends OutputStream {
    private final OutputStream out;
    private boolean broken;
    private boolean readerGone;

    StandardOutput(OutputStream out) {
        this.out = out;
    }

    boolean isReaderGone() {
        return readerGone;
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
                throw failed(failed);
            }
        }
    }

    @Override
    public void flush() {
        if (!broken) {
            try {
                out.flush();
            } catch (IOException failed) {
                throw failed(failed);
            }
        }
    }

    private AutoTrainerException failed(IOException failure) {
        broken = true;
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        readerGone = message.contains("pipe");
        return FileTrouble.of("standard output cannot be written", failure, Problem.STORAGE_FULL);
    }
}
