package org.autotrainer.application.format;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.Set;
import org.autotrainer.domain.evaluation.Outcome;

/**
 * What a judgement comes to: the label decides if it is a known word, else a score from 0 to 1 does.
 *
 * <p>Nothing is guessed: where lower is better, or a score has another range, it is no score of ours; and a judgement
 * that says neither good nor bad was not measured.
 *
 * @param outcome whether it was measured
 * @param success whether the task was solved
 * @param score how well, if the critic says so on our scale
 * @param reason why it was not measured; empty when it was
 */
record OtlpVerdict(Outcome outcome, boolean success, OptionalDouble score, String reason) {
    private static final double ENOUGH = 0.5;

    private static final Set<String> GOOD = Set.of(
            "pass",
            "passed",
            "true",
            "yes",
            "ok",
            "good",
            "success",
            "successful",
            "succeeded",
            "correct",
            "resolved",
            "solved",
            "accepted",
            "approved",
            "relevant",
            "factual",
            "grounded",
            "thumbs_up",
            "positive");
    private static final Set<String> BAD = Set.of(
            "fail",
            "failed",
            "failure",
            "false",
            "no",
            "bad",
            "unsuccessful",
            "incorrect",
            "wrong",
            "unresolved",
            "unsolved",
            "rejected",
            "irrelevant",
            "unrelated",
            "not_relevant",
            "hallucinated",
            "ungrounded",
            "toxic",
            "thumbs_down",
            "negative");
    private static final Set<String> NOT_MEASURED =
            Set.of("error", "errored", "skipped", "skip", "unknown", "n_a", "not_applicable", "cancelled", "canceled");
    private static final List<String> LOWER_IS_BETTER =
            List.of("toxic", "hallucinat", "bias", "harm", "violation", "risk", "error_rate", "distance", "latency");

    static OtlpVerdict of(OtlpJudgement judgement) {
        String label = word(judgement.text("label"));
        if (!judgement.text("error").isEmpty()) {
            return notMeasured("the critic failed: " + OtlpText.line(judgement.text("error"), 200));
        }
        if (NOT_MEASURED.contains(label)) {
            return notMeasured("the critic says " + label);
        }
        OptionalDouble score = score(judgement);
        if (GOOD.contains(label) || BAD.contains(label)) {
            return new OtlpVerdict(Outcome.MEASURED, GOOD.contains(label), score, "");
        }
        return score.isEmpty()
                ? notMeasured("neither its label nor its score says whether that is good")
                : new OtlpVerdict(Outcome.MEASURED, score.getAsDouble() >= ENOUGH, score, "");
    }

    /** The same attempt, which was not measured since what it needed failed. */
    OtlpVerdict failedBy(String cause) {
        return notMeasured("what the attempt needed failed: " + cause);
    }

    private static OtlpVerdict notMeasured(String reason) {
        return new OtlpVerdict(Outcome.ERROR, false, OptionalDouble.empty(), reason);
    }

    private static OptionalDouble score(OtlpJudgement judgement) {
        Object given = judgement.found().get("score");
        double score = given instanceof Number number
                ? number.doubleValue()
                : given instanceof Boolean flag ? flag ? 1 : 0 : Double.NaN;
        String critic = word(judgement.critic());
        boolean ours = score >= 0 && score <= 1 && LOWER_IS_BETTER.stream().noneMatch(critic::contains);
        return ours ? OptionalDouble.of(score) : OptionalDouble.empty();
    }

    private static String word(String text) {
        StringBuilder word = new StringBuilder();
        text.strip().toLowerCase(Locale.ROOT).codePoints().limit(100).forEach(point -> {
            word.appendCodePoint(Character.isLetterOrDigit(point) ? point : '_');
        });
        return word.toString();
    }
}
