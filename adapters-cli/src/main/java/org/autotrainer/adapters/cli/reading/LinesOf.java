package org.autotrainer.adapters.cli.reading;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import org.autotrainer.application.spi.BinaryForm;

/** A file that is no text, as lines of JSON; one is in memory at a time. */
final class LinesOf extends InputStream {
    private final Iterator<byte[]> objects;
    private InputStream line = InputStream.nullInputStream();

    LinesOf(BinaryForm form, ByteWindow file) throws IOException {
        try {
            objects = form.objects(most -> {
                try {
                    return file.take(most);
                } catch (IOException failed) {
                    throw new UncheckedIOException(failed);
                }
            });
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        try {
            int count = line.read(into, offset, length);
            while (count < 0 && objects.hasNext()) {
                byte[] object = objects.next();
                byte[] ended = Arrays.copyOf(object, object.length + 1);
                ended[object.length] = '\n';
                line = new ByteArrayInputStream(ended);
                count = line.read(into, offset, length);
            }
            return count;
        } catch (UncheckedIOException failed) {
            throw failed.getCause();
        }
    }
}
