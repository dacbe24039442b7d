package org.autotrainer.application.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.application.spi.Beginning;
import org.autotrainer.application.spi.Cut;
import org.autotrainer.application.spi.EvaluationFormat;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.Suggestion;

/**
 * Lists in Markdown: text of which most lines are bullets or numbered, each of them a piece of advice on one line.
 *
 * <p>The key is {@code markdown-list_HASH} with a hash of the text, since nothing else tells an entry. Headings and other text
 * between them are left out. YAML has such lines too and is not one.
 */
public final class MarkdownList implements EvaluationFormat {
    private static final Pattern ENTRY = Pattern.compile("\\s{0,8}(?:[-*+•]|\\d{1,4}[.)])\\s+(?:\\[[ xX]\\]\\s+)?(.+)");
    private static final Pattern PROSE = Pattern.compile("(?i)(?:.*[/\\\\])?[^./\\\\]*|.*\\.(?:md|markdown|txt)");

    @Override
    public String name() {
        return "markdown-list";
    }

    @Override
    public Optional<Cut> cut(Beginning beginning) {
        boolean isProse = PROSE.matcher(beginning.fileName()).matches();
        if (beginning.kind() != Beginning.Kind.TEXT
                || !isProse
                || !(beginning.first().get("lines") instanceof List<?> lines)) {
            return Optional.empty();
        }
        long entries = lines.stream()
                .filter(line -> ENTRY.matcher(String.valueOf(line)).matches())
                .count();
        long others = lines.stream()
                .map(String::valueOf)
                .filter(line -> !line.isBlank()
                        && !line.startsWith("#")
                        && !ENTRY.matcher(line).matches())
                .count();
        return entries > others ? Optional.of(new Cut.Lines()) : Optional.empty();
    }

    @Override
    public Reading reading(Source source) {
        return new Entries();
    }

    private final class Entries implements Reading {
        @Override
        public List<Evaluation> read(Map<String, Object> record) {
            return List.of();
        }

        @Override
        public List<Advice> advice(Map<String, Object> record) {
            Matcher entry = ENTRY.matcher(new JsonFields(record).words("text"));
            if (!entry.matches() || entry.group(1).isBlank()) {
                return List.of();
            }
            String text = Suggestion.of(entry.group(1).strip()).text();
            return List.of(new Advice(name() + "_" + Clean.hash(text).substring(0, 12), text));
        }
    }
}
