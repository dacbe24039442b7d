package org.autotrainer.application.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Table;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.journal.FactCodec;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Lifecycle;
import org.autotrainer.domain.learning.Part;
import org.autotrainer.domain.learning.StatusChange;
import org.autotrainer.domain.learning.Support;
import org.autotrainer.domain.memory.ContextTerms;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.HeuristicKey;
import org.autotrainer.domain.memory.KeptLesson;
import org.autotrainer.domain.memory.Setting;
import org.autotrainer.domain.memory.Slot;
import org.autotrainer.domain.memory.Suggested;
import org.autotrainer.domain.training.Kind;
import org.autotrainer.domain.training.Lesson;

/** What was learned as rows of the checkpoint's tables, and back: the one place that knows their columns. */
public final class Rows {
    private static final int PLACE_DIGITS = 15;
    private static final int FIRST_ORDINAL = 10;

    private Rows() {}

    static Row of(Heuristic heuristic) {
        return Row.of(
                Table.HEURISTICS,
                heuristic.id(),
                heuristic.text(),
                (long) heuristic.support().tasks(),
                pack(heuristic.support().recent()),
                (long) heuristic.suggested(),
                pack(heuristic.critics()),
                pack(heuristic.strangers()),
                pack(heuristic.contexts().counts()),
                String.join("\n", heuristic.keys()),
                heuristic.firstSeen().map(Instant::toString).orElse(""),
                heuristic.lastSeen().map(Instant::toString).orElse(""));
    }

    /** The heuristic of a row. */
    public static Heuristic heuristic(Row row) {
        return new Heuristic(
                row.text(0),
                row.text(1),
                Support.restored((int) row.whole(2), unpack(row.bytes(3))),
                (int) row.whole(4),
                counts(row.text(5)),
                counts(row.text(6)),
                ContextTerms.of(counts(row.text(7))),
                row.text(8).lines().toList(),
                instant(row.text(9)),
                instant(row.text(10)));
    }

    static Row of(String heuristic, Evidence evidence) {
        return Row.of(
                Table.EVIDENCE,
                heuristic,
                evidence.status().word(),
                (long) evidence.shown(),
                (long) evidence.withheld(),
                evidence.mean() == 0 ? 0.0 : evidence.mean(),
                evidence.variance(),
                pack(evidence.numbers()),
                String.join("\n", evidence.tags()),
                lines(evidence.markCritics()),
                evidence.story().stream().map(Rows::line).collect(Collectors.joining("\n")));
    }

    /** Each in a line of its own that is ended, so that an empty name is not lost. */
    private static String lines(List<String> names) {
        return names.stream().map(name -> name + "\n").collect(Collectors.joining());
    }

    /** The evidence of a row. */
    static Evidence evidence(Row row) {
        return Evidence.restored(
                reals(row.bytes(6)),
                row.text(7).lines().toList(),
                row.text(8).lines().toList(),
                row.text(9).lines().map(Rows::change).toList());
    }

    private static String line(StatusChange change) {
        return change.at() + " " + change.from().word() + " " + change.to().word() + " " + change.because();
    }

    private static StatusChange change(String line) {
        String[] words = line.split(" ", 4);
        return new StatusChange(Instant.parse(words[0]), Lifecycle.of(words[1]), Lifecycle.of(words[2]), words[3]);
    }

    static Row ofMember(String member, String heuristic, String text) {
        return Row.of(Table.MEMBERS, member, heuristic, text);
    }

    static Row of(Part part) {
        return Row.of(Table.PARTS, part.name(), part.about(), pack(part.numbers()));
    }

    static Part part(Row row) {
        return new Part(row.key(), row.text(1), reals(row.bytes(2)));
    }

    static Row of(Slot slot) {
        return Row.of(Table.SLOTS, slot.name(), slot.about(), slot.body());
    }

    static Slot slot(Row row) {
        return new Slot(row.key(), row.text(1), row.bytes(2));
    }

    static Row of(HeuristicKey key) {
        return Row.of(
                Table.KEYS,
                key.key(),
                place(key.position(), key.ordinal()),
                key.text(),
                key.heuristic(),
                key.sourceTaskId(),
                key.reason());
    }

    /** The key of a row. */
    public static HeuristicKey key(Row row) {
        return new HeuristicKey(
                row.key(), row.text(2), row.text(3), row.text(4), row.text(5), position(row), ordinal(row));
    }

    static Row of(Suggested suggested) {
        return Row.of(
                Table.SUGGESTIONS,
                suggested.id(),
                place(suggested.position(), suggested.ordinal()),
                suggested.suggestion().kind().word(),
                suggested.suggestion().key(),
                suggested.suggestion().sourceTaskId(),
                suggested.suggestion().reason(),
                FactCodec.encode(suggested.suggestion()));
    }

    /** The suggestion of a row. */
    public static Suggested suggested(Row row) {
        return new Suggested(row.key(), FactCodec.decodeSuggestion(row.bytes(6)), position(row), ordinal(row));
    }

    /** Which kind of suggestion a row holds, without decoding it. */
    public static Kind kind(Row suggestion) {
        return Kind.of(suggestion.text(2));
    }

    static Row of(String suggestion, Decided.Decision decision) {
        return Row.of(Table.DECISIONS, suggestion, decision.word());
    }

    static Decided.Decision decision(Row row) {
        return Decided.Decision.of(row.text(1));
    }

    static Row ofSetting(String name, String value) {
        return Row.of(Table.SETTINGS, name, value);
    }

    static Map<Setting, String> setting(Row row) {
        return Map.of(Setting.of(row.key()), row.text(1));
    }

    static Row of(int slot, KeptLesson kept) {
        List<String> advice = kept.lesson().advice();
        return Row.of(
                Table.LESSONS,
                String.format(Locale.ROOT, "%02d", slot),
                kept.position(),
                kept.lesson().taskId(),
                (long) advice.size(),
                advice.isEmpty() ? "" : advice.get(0),
                advice.size() < 2 ? "" : advice.get(1));
    }

    static KeptLesson lesson(Row row) {
        List<String> advice = List.of(row.text(4), row.text(5)).subList(0, (int) row.whole(3));
        return new KeptLesson(row.whole(1), new Lesson(row.text(2), advice));
    }

    private static String place(long position, int ordinal) {
        String digits = Long.toString(position);
        return "0".repeat(PLACE_DIGITS - digits.length()) + digits + "." + (FIRST_ORDINAL + ordinal);
    }

    private static long position(Row placed) {
        return Long.parseLong(placed.order().substring(0, PLACE_DIGITS));
    }

    private static int ordinal(Row placed) {
        return Integer.parseInt(placed.order().substring(PLACE_DIGITS + 1)) - FIRST_ORDINAL;
    }

    private static Optional<Instant> instant(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(text));
    }

    /** A line each: the count, a space, the name. */
    private static String pack(Map<String, Integer> counts) {
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining("\n"));
    }

    private static SortedMap<String, Integer> counts(String packed) {
        SortedMap<String, Integer> counts = new TreeMap<>();
        packed.lines().forEach(line -> {
            int space = line.indexOf(' ');
            counts.put(line.substring(space + 1), Integer.valueOf(line.substring(0, space)));
        });
        return counts;
    }

    private static byte[] pack(long[] numbers) {
        byte[] bytes = new byte[8 * numbers.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (numbers[i / 8] >>> (8 * (7 - i % 8)));
        }
        return bytes;
    }

    private static byte[] pack(double[] numbers) {
        long[] bits = new long[numbers.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Double.doubleToLongBits(numbers[i]);
        }
        return pack(bits);
    }

    private static double[] reals(byte[] bytes) {
        return Arrays.stream(unpack(bytes))
                .mapToDouble(Double::longBitsToDouble)
                .toArray();
    }

    private static long[] unpack(byte[] bytes) {
        long[] numbers = new long[bytes.length / 8];
        for (int i = 0; i < bytes.length; i++) {
            numbers[i / 8] = (numbers[i / 8] << 8) | (bytes[i] & 0xff);
        }
        return numbers;
    }

    /** The keys of many rows. */
    static List<HeuristicKey> keys(List<Row> rows) {
        List<HeuristicKey> keys = new ArrayList<>(rows.size());
        rows.forEach(row -> keys.add(key(row)));
        return keys;
    }
}
