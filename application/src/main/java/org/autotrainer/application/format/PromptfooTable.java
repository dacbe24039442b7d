package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Outcome;

/** The rows of promptfoo's CSV: the variables of a test, and then the same columns for each provider and prompt. */
record PromptfooTable(String critic, Tries tries) {
    private static final Pattern OUTPUT = Pattern.compile("\\[([^\\]]+)\\] ([\\s\\S]*)");
    private static final Pattern NUMBER = Pattern.compile(" #\\d+$");
    private static final int EXCERPT = 1_000;

    /** One provider with one prompt: the columns of its results by their headings without number. */
    record Group(String provider, String prompt, Map<String, String> columns) {}

    /** The groups of columns; none if the table is not promptfoo's. */
    static List<Group> groups(Map<String, Object> row) {
        List<Group> groups = new ArrayList<>();
        List<String> names = new ArrayList<>(row.keySet());
        for (int i = 0; i < names.size(); i++) {
            Matcher output = OUTPUT.matcher(names.get(i));
            boolean begins = output.matches()
                    && i + 1 < names.size()
                    && plain(names.get(i + 1)).equals("Status");
            if (begins) {
                groups.add(new Group(output.group(1), output.group(2), new LinkedHashMap<>()));
            } else if (!groups.isEmpty()) {
                groups.get(groups.size() - 1).columns().put(plain(names.get(i)), names.get(i));
            }
        }
        return groups;
    }

    private static String plain(String heading) {
        return NUMBER.matcher(heading).replaceFirst("");
    }

    /** The evaluations of a row: one a group. */
    List<Evaluation> evaluations(Map<String, Object> row) {
        Map<String, Object> variables = new LinkedHashMap<>();
        for (Map.Entry<String, Object> cell : row.entrySet()) {
            if (OUTPUT.matcher(cell.getKey()).matches()) {
                break;
            }
            variables.put(cell.getKey(), cell.getValue());
        }
        String task = "test " + Clean.hash(variables).substring(0, 12);
        String context = String.join(
                "\n", variables.values().stream().map(String::valueOf).toList());
        List<Evaluation> evaluations = new ArrayList<>();
        for (Group group : groups(row)) {
            JsonFields cells = new JsonFields(row);
            String status = cell(cells, group, "Status");
            boolean failed = status.equals("ERROR");
            if (!failed && !status.equals("PASS") && !status.equals("FAIL")) {
                throw new InvalidValueException(
                        "Status is \"" + Clean.prose(status, 40) + "\"; allowed are PASS, FAIL and ERROR");
            }
            EvaluationBuilder evaluation = Evaluation.of(tries.next(task))
                    .critic(critic, "")
                    .outcome(failed ? Outcome.ERROR : Outcome.MEASURED)
                    .success(status.equals("PASS"))
                    .context(Clean.prose(context, EXCERPT))
                    .model(Clean.name(group.provider()))
                    .parameters(Map.of("prompt", Clean.name(group.prompt())))
                    .suggest(failed ? List.of() : Clean.advice(cell(cells, group, "Comment")));
            if (!failed) {
                evaluation.score(score(cell(cells, group, "Score")));
            }
            String reason = cell(cells, group, "Grader Reason");
            if (!reason.isEmpty()) {
                evaluation.metadata(Map.of("reason", Clean.prose(reason, EXCERPT)));
            }
            evaluations.add(evaluation.build());
        }
        return evaluations;
    }

    private static String cell(JsonFields cells, Group group, String heading) {
        String column = group.columns().get(heading);
        return column == null ? "" : cells.words(column);
    }

    private static double score(String text) {
        try {
            double score = Double.parseDouble(text.strip());
            if (score >= 0 && score <= 1) {
                return score;
            }
        } catch (NumberFormatException noNumber) {
            throw new InvalidValueException(
                    "Score is \"" + Clean.prose(text, 40) + "\"; allowed is a number from 0 to 1");
        }
        return Evaluation.DEFAULT_SCORE;
    }
}
