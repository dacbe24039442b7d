package org.autotrainer.adapters.cli.reading;

import io.airlift.compress.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** A zip file; its entries may be packed with zstd, which the JDK does not read. */
final class ZipArchive implements Archive {
    private final ZipFile zip;

    /** Opens a zip file. */
    ZipArchive(Path path) throws IOException {
        try {
            zip = ZipFile.builder()
                    .setPath(path)
                    .setIgnoreLocalFileHeader(true)
                    .setZstdInputStreamFactory(ZstdInputStream::new)
                    .get();
        } catch (IOException | RuntimeException damaged) {
            throw new InvalidValueException("it is a zip archive that is damaged or incomplete");
        }
    }

    @Override
    public List<String> names() {
        List<String> names = new ArrayList<>();
        for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
            if (!entry.isDirectory()) {
                names.add(entry.getName());
            }
        }
        return names;
    }

    @Override
    public InputStream open(String name) throws IOException {
        ZipArchiveEntry entry = entry(name);
        if (!zip.canReadEntryData(entry)) {
            throw new InvalidValueException("it is encrypted, or packed by method " + entry.getMethod()
                    + "; allowed are stored, deflate and zstd");
        }
        return zip.getInputStream(entry);
    }

    @Override
    public long packed(String name) {
        return entry(name).getCompressedSize();
    }

    private ZipArchiveEntry entry(String name) {
        ZipArchiveEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new InvalidValueException("there is no entry " + name);
        }
        return entry;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }
}
