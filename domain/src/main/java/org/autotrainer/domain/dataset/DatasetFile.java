package org.autotrainer.domain.dataset;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.autotrainer.domain.evaluation.Identity;

/**
 * A file of rows that was written.
 *
 * @param part which part of a folder it belongs to; empty when the format has no parts
 * @param side what it is for
 * @param rows how many there are
 * @param tokens an estimate of all of them; see {@link TokenEstimate}
 * @param sha256 of the file with a line feed after each row, in hexadecimal digits
 */
public record DatasetFile(String part, Side side, long rows, long tokens, String sha256) {
    /** Its name within the folder of the data set, such as {@code sft/train.jsonl}. */
    public String name() {
        return name(part, side);
    }

    /** The hash of a text that is written to a file as it is, in hexadecimal digits. */
    public static String sha256(String text) {
        byte[] sum = Identity.sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return Identity.hex(sum, sum.length);
    }

    /** The name of the file of a part and a side. */
    public static String name(String part, Side side) {
        return part.isEmpty() ? side.fileName() : part + "/" + side.fileName();
    }

    /** The file as an object of a report. */
    public Map<String, Object> toObject() {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("name", name());
        object.put("rows", rows);
        object.put("estimated_tokens", tokens);
        object.put("sha256", sha256);
        return object;
    }
}
