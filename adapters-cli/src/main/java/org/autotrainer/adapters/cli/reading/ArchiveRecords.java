package org.autotrainer.adapters.cli.reading;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Records that are entries of an archive, in JSON. */
final class ArchiveRecords implements Records {
    /** What no honest log reaches: how many times larger an entry is than its packed form. */
    private static final int MOST_GROWTH = 500;

    private static final int SMALL = 1024 * 1024;

    private final Archive archive;
    private final Cut.Entries cut;
    private final List<String> entries;
    private final Utf8 utf8 = new Utf8();
    private final Map<String, Object> head = new LinkedHashMap<>();
    private byte[] bytes = {};
    private String problem = "";
    private String headProblem;
    private long read;
    private int at = -1;

    ArchiveRecords(Archive archive, Cut.Entries cut) throws IOException {
        this.archive = archive;
        this.cut = cut;
        this.entries = archive.names().stream()
                .filter(name -> name.startsWith(cut.folder()) && name.endsWith(".json"))
                .toList();
        if (entries.size() > Archive.MOST_ENTRIES) {
            throw new InvalidValueException(
                    "it has " + entries.size() + " entries; allowed are up to " + Archive.MOST_ENTRIES);
        }
        headProblem = readHead();
    }

    private String readHead() throws IOException {
        List<String> names = archive.names();
        for (String name : cut.heads()) {
            if (names.contains(name)) {
                try {
                    head.put(name, StrictJson.value(piece(bytes(name))));
                } catch (InvalidValueException wrong) {
                    return name + ": " + wrong.getMessage() + RecordSplitter.UNREAD;
                }
            }
        }
        return "";
    }

    @Override
    public boolean next() throws IOException {
        problem = headProblem;
        if (!problem.isEmpty()) {
            headProblem = "";
            bytes = new byte[0];
            at = entries.size();
            return true;
        }
        if (++at >= entries.size()) {
            return false;
        }
        try {
            bytes = bytes(entries.get(at));
        } catch (InvalidValueException wrong) {
            bytes = new byte[0];
            problem = String.valueOf(wrong.getMessage());
        }
        return true;
    }

    private byte[] bytes(String name) throws IOException {
        long packed = Math.max(0, archive.packed(name));
        read += packed;
        long most = Math.min(RecordSplitter.LONGEST, Math.max(SMALL, packed * MOST_GROWTH));
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        byte[] part = new byte[1 << 16];
        try (InputStream in = archive.open(name)) {
            for (int count = in.read(part); count >= 0; count = in.read(part)) {
                all.write(part, 0, count);
                if (all.size() > most) {
                    throw new InvalidValueException("it unpacks to more than " + most / 1024 / 1024 + " MB");
                }
            }
            return all.toByteArray();
        } catch (InvalidValueException told) {
            throw told;
        } catch (IOException | RuntimeException damaged) {
            // Unpackers throw whatever they stumble over.
            throw new InvalidValueException("it cannot be unpacked: it is damaged");
        }
    }

    private Piece piece(byte[] json) {
        return new Piece(utf8.decode(json, 0, json.length), 1);
    }

    @Override
    public long line() {
        return 1;
    }

    @Override
    public String place() {
        return at < 0 || at >= entries.size() ? "" : entries.get(at);
    }

    @Override
    public int length() {
        return bytes.length;
    }

    @Override
    public Map<String, Object> record() {
        if (!problem.isEmpty()) {
            throw new InvalidValueException(problem);
        }
        return StrictJson.object(piece(bytes));
    }

    @Override
    public Map<String, Object> head() {
        return head;
    }

    @Override
    public long read() {
        return read;
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
