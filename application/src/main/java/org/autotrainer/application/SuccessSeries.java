package org.autotrainer.application;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.autotrainer.application.ReportSuccess.Response;
import org.autotrainer.application.ReportSuccess.Share;
import org.autotrainer.application.ReportSuccess.Step;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.trust.Trust;

/** The outcomes of attempts in the order in which they were judged, each by how its task was served. */
final class SuccessSeries {
    private static final int STEPS = 40;
    private static final int LEAST_IN_A_STEP = 5;
    private static final double NORMAL_95 = 1.96;

    private final boolean byScore;
    private final Map<String, Receipt> open = new HashMap<>();
    private final Map<Attempt, Set<String>> openOf = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Map<Attempt, Set<String>> critics = new HashMap<>();
    private final Map<String, Waiting> waiting = new HashMap<>();
    private final List<Outcome> outcomes = new ArrayList<>();

    SuccessSeries(boolean byScore) {
        this.byScore = byScore;
    }

    private enum Served {
        WITH_MEMORY,
        CONTROL,
        WITHOUT_RECALL
    }

    private record Outcome(Served served, double value, Instant at) {}

    /** An evaluation that came before its receipt. */
    private record Waiting(Evaluation evaluation, Instant at) {}

    /** Takes in the next fact. */
    void add(Fact fact, Instant recordedAt) {
        if (fact instanceof Recalled recalled) {
            Receipt receipt = recalled.receipt();
            open.put(receipt.id(), receipt);
            if (!receipt.attempt().taskId().isEmpty()) {
                openOf.computeIfAbsent(receipt.attempt(), any -> new TreeSet<>())
                        .add(receipt.id());
            }
            Optional.ofNullable(waiting.remove(receipt.id())).ifPresent(early -> judge(early.evaluation, early.at));
        } else if (fact instanceof Evaluated evaluated
                && evaluated.evaluation().isMeasured()
                && evaluated.source().trust() != Trust.BLOCKED) {
            Evaluation evaluation = evaluated.evaluation();
            judge(evaluation, evaluation.occurredAt().orElse(recordedAt));
        }
    }

    /** Counts an attempt once, as the fold gives credit for it once. */
    private void judge(Evaluation evaluation, Instant at) {
        String quoted = evaluation.receipt();
        Attempt attempt = evaluation.attempt();
        boolean quotedBefore = answered.contains(quoted);
        if (!quoted.isEmpty() && !quotedBefore && !open.containsKey(quoted)) {
            waiting.put(quoted, new Waiting(evaluation, at));
            return;
        }
        List<Receipt> receipts = answeredBy(evaluation);
        String critic = evaluation.critic().id();
        Set<String> before = critics.getOrDefault(attempt, Set.of());
        if (receipts.isEmpty() && (quotedBefore || (!before.isEmpty() && !before.contains(critic)))) {
            return;
        }
        receipts.forEach(receipt -> {
            open.remove(receipt.id());
            openOf.remove(receipt.attempt());
            answered.add(receipt.id());
        });
        if (!attempt.taskId().isEmpty()) {
            critics.put(attempt, Set.of(critic));
        }
        Served served = receipts.isEmpty()
                ? Served.WITHOUT_RECALL
                : receipts.stream().allMatch(Receipt::control) ? Served.CONTROL : Served.WITH_MEMORY;
        double value = byScore ? evaluation.score() : evaluation.success() ? 1 : 0;
        outcomes.add(new Outcome(served, value, at));
    }

    /** The open receipts of its attempt, and the one that it quotes if that was made for no task. */
    private List<Receipt> answeredBy(Evaluation evaluation) {
        Set<String> ids = new TreeSet<>(openOf.getOrDefault(evaluation.attempt(), Set.of()));
        Optional.ofNullable(open.get(evaluation.receipt()))
                .filter(receipt -> receipt.attempt().taskId().isEmpty())
                .ifPresent(receipt -> ids.add(receipt.id()));
        return ids.stream().map(open::get).filter(Objects::nonNull).toList();
    }

    /** What was taken in, as it is told. */
    Response response(String agent, int facts, boolean complete) {
        int all = outcomes.size();
        int count = Math.min(STEPS, Math.max(1, all / LEAST_IN_A_STEP));
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < count && all > 0; i++) {
            int end = (int) ((long) all * (i + 1) / count);
            steps.add(step(outcomes.subList((int) ((long) all * i / count), end), outcomes.subList(0, end)));
        }
        return new Response(
                agent,
                facts,
                complete,
                share(outcomes, Served.WITH_MEMORY),
                share(outcomes, Served.CONTROL),
                share(outcomes, Served.WITHOUT_RECALL),
                steps);
    }

    private static Step step(List<Outcome> some, List<Outcome> soFar) {
        List<Instant> times = some.stream().map(Outcome::at).sorted().toList();
        return new Step(
                times.get(0).toString(),
                times.get(times.size() - 1).toString(),
                share(some, Served.WITH_MEMORY),
                share(some, Served.CONTROL),
                share(some, Served.WITHOUT_RECALL),
                share(soFar, Served.CONTROL));
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Share share(List<Outcome> some, Served served) {
        double[] values = some.stream()
                .filter(outcome -> outcome.served == served)
                .mapToDouble(Outcome::value)
                .toArray();
        int judged = values.length;
        if (judged == 0) {
            return new Share(0, null, null, null);
        }
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        double mean = sum / judged;
        double z2 = NORMAL_95 * NORMAL_95;
        double middle = (mean + z2 / (2 * judged)) / (1 + z2 / judged);
        double half = NORMAL_95
                * StrictMath.sqrt(mean * (1 - mean) / judged + z2 / (4.0 * judged * judged))
                / (1 + z2 / judged);
        return new Share(
                judged,
                EvidenceBody.rounded(mean),
                EvidenceBody.rounded(Math.max(0, middle - half)),
                EvidenceBody.rounded(Math.min(1, middle + half)));
    }
}
