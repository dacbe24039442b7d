package org.autotrainer.adapters.http;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** A connection on which any bytes may be sent. */
final class RawConnection implements AutoCloseable {
    /** After how long without a byte a server hangs. */
    static final int HANGS_MILLIS = 15_000;

    private final Socket socket;
    private final InputStream in;

    RawConnection(int port) throws IOException {
        this(InetAddress.getLoopbackAddress(), port);
    }

    RawConnection(InetAddress address, int port) throws IOException {
        socket = new Socket(address, port);
        socket.setSoTimeout(HANGS_MILLIS);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Waits no longer than this for a byte; what comes later is taken for nothing. */
    Optional<RawAnswer> readWithin(int millis) throws IOException {
        socket.setSoTimeout(millis);
        try {
            in.mark(1);
            if (in.read() < 0) {
                return Optional.empty();
            }
            in.reset();
        } catch (SocketTimeoutException nothing) {
            return Optional.empty();
        }
        socket.setSoTimeout(HANGS_MILLIS);
        return read(false);
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
    }

    /** Whether something of an answer has come. */
    boolean isAnswered() {
        try {
            return in.available() > 0;
        } catch (IOException closed) {
            return true;
        }
    }

    /** Says that nothing more comes. */
    void endOutput() throws IOException {
        if (!socket.isOutputShutdown() && !socket.isClosed()) {
            socket.shutdownOutput();
        }
    }

    /**
     * The next final answer; nothing when the connection is closed before it begins.
     *
     * @throws AssertionError if nothing happens for too long, or the answer breaks off
     */
    Optional<RawAnswer> read(boolean toHead) {
        try {
            while (true) {
                Optional<String> head = head();
                if (head.isEmpty()) {
                    return Optional.empty();
                }
                String[] lines = head.get().split("\r\n");
                int status = Integer.parseInt(lines[0].substring("HTTP/1.1 ".length(), "HTTP/1.1 ".length() + 3));
                Map<String, String> headers = new LinkedHashMap<>();
                for (int i = 1; i < lines.length; i++) {
                    int colon = lines[i].indexOf(':');
                    String name = lines[i].substring(0, colon).toLowerCase(Locale.ROOT);
                    headers.put(name, lines[i].substring(colon + 1).strip());
                }
                if (status >= 200) {
                    byte[] body = toHead || status == 204 || status == 304 ? new byte[0] : body(headers);
                    if (headers.getOrDefault("content-encoding", "").equals("gzip") && body.length > 0) {
                        body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
                    }
                    return Optional.of(
                            new RawAnswer(status, headers, new String(body, StandardCharsets.UTF_8), toHead));
                }
            }
        } catch (SocketTimeoutException hangs) {
            throw new AssertionError("neither answered nor closed within " + HANGS_MILLIS + " ms", hangs);
        } catch (SocketException reset) {
            return Optional.empty();
        } catch (IOException | RuntimeException wrong) {
            throw new AssertionError("no answer of HTTP/1.1: " + wrong, wrong);
        }
    }

    private Optional<String> head() throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        int last = 0;
        while (last != 0x0D0A0D0A) {
            int next = in.read();
            if (next < 0) {
                if (head.size() == 0) {
                    return Optional.empty();
                }
                throw new EOFException("the head breaks off: " + head.toString(StandardCharsets.ISO_8859_1));
            }
            head.write(next);
            last = last << 8 | next;
        }
        return Optional.of(head.toString(StandardCharsets.ISO_8859_1));
    }

    private byte[] body(Map<String, String> headers) throws IOException {
        if (headers.getOrDefault("transfer-encoding", "").equals("chunked")) {
            return chunks();
        }
        String length = headers.get("content-length");
        return length == null ? in.readAllBytes() : exactly(Integer.parseInt(length));
    }

    private byte[] chunks() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        while (true) {
            int size = Integer.parseInt(line(), 16);
            all.write(exactly(size));
            line();
            if (size == 0) {
                return all.toByteArray();
            }
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("a chunk breaks off");
            }
            line.append(next == '\r' ? "" : String.valueOf((char) next));
        }
        return line.toString();
    }

    private byte[] exactly(int size) throws IOException {
        byte[] bytes = in.readNBytes(size);
        if (bytes.length < size) {
            throw new EOFException("the body breaks off");
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
