package org.autotrainer.application;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.domain.learning.Alarm;
import org.autotrainer.domain.learning.CriticRecord;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Interval;
import org.autotrainer.domain.learning.Learner;
import org.autotrainer.domain.learning.Lift;
import org.autotrainer.domain.learning.Spending;
import org.autotrainer.domain.learning.Tuning;
import org.autotrainer.domain.learning.Verdict;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;

/** Tells what the loop has learned, what it is worth, and what measuring it costs. */
public final class ReportLearning {
    private static final int MOST = 20;

    private final Memories memories;

    ReportLearning(Memories memories) {
        this.memories = memories;
    }

    /**
     * What the memory is worth: success with it, against control tasks that got nothing.
     *
     * @param uplift with its interval; absent until there is a judged control task
     * @param used judged attempts that were served from memory
     * @param controls judged attempts that were not, on purpose
     */
    public record TotalLift(
            Map<String, Object> uplift, int used, int controls, double successUsed, double successControls) {}

    /**
     * What measuring costs.
     *
     * @param receipts recalls for a task
     * @param unanswered those that no evaluation answered: they bias the evidence
     * @param unansweredShareShown of all that was shown, the share without an outcome
     * @param unansweredShareWithheld of all that was withheld, the share without an outcome
     * @param withheldShare the share of chosen heuristics that a coin kept back
     * @param expectedLoss the successes that withholding is believed to have cost
     * @param tokens put into prompts
     * @param tokensPerSuccess tokens for each success that the measured total lift stands for; absent while it is not above zero
     */
    public record Cost(
            long receipts,
            long unanswered,
            double unansweredShareShown,
            double unansweredShareWithheld,
            double withheldShare,
            double expectedLoss,
            long tokens,
            Double tokensPerSuccess) {}

    /** A heuristic that stands out. */
    public record Line(String id, String text, String explanation) {}

    /** A change of the world that was seen in outcomes. */
    public record DriftLine(String at, String what, String id, String direction) {}

    /**
     * A critic.
     *
     * @param leniency how far its share of success lies above what was expected of the same tasks
     * @param agreement Cohen's kappa with each other critic, on attempts that both judged
     * @param markLoading how far its marks are about quality; below 0 they praise what is bad; absent when it marked nothing
     * @param warning what is wrong with it; empty for nothing
     */
    public record CriticLine(
            String critic,
            int judged,
            double success,
            double score,
            double leniency,
            Map<String, Double> agreement,
            Double markLoading,
            String warning) {}

    /**
     * The report.
     *
     * @param totalLift comes first: it is what can be known early
     * @param heuristics how many there are, by status
     * @param proven verdicts, those that hold together over all heuristics first
     * @param best active ones with the highest believed effect
     * @param retired the last ones that were retired for harm
     * @param quarantined those that wait for approval
     */
    public record Response(
            String agent,
            TotalLift totalLift,
            Cost cost,
            Map<String, Integer> heuristics,
            List<Line> proven,
            List<Line> best,
            List<Line> retired,
            List<Line> quarantined,
            List<DriftLine> drift,
            List<CriticLine> critics,
            double trust) {}

    /** Reports on an agent; one without facts has learned nothing. */
    public Response report(String agent) {
        return memories.read(agent, (snapshot, memory) -> new Writer(memory.memory()).response());
    }

    private static final class Writer {
        private final AgentMemory memory;
        private final Learner learner;

        Writer(AgentMemory memory) {
            this.memory = memory;
            learner = memory.learner();
        }

        Response response() {
            Map<String, Integer> statuses = new LinkedHashMap<>();
            all().forEach(heuristic ->
                    statuses.merge(evidence(heuristic).status().word(), 1, Integer::sum));
            return new Response(
                    memory.agent(),
                    lift(),
                    cost(),
                    statuses,
                    lines(heuristic -> verdict(heuristic) != Verdict.UNKNOWN, -1),
                    lines(heuristic -> evidence(heuristic).status().word().equals("active"), -1),
                    lines(heuristic -> evidence(heuristic).isHarmful(), 1),
                    lines(heuristic -> evidence(heuristic).status().word().equals("quarantined"), -1),
                    learner.alarms().stream().map(Writer::drift).toList(),
                    learner.critics().stream().map(this::critic).toList(),
                    EvidenceBody.rounded(learner.trust()));
        }

        private List<Heuristic> all() {
            return memory.heuristics().all();
        }

        private Evidence evidence(Heuristic heuristic) {
            return memory.heuristics().evidence(memory.heuristics().find(heuristic.id()));
        }

        private Verdict verdict(Heuristic heuristic) {
            return learner.verdict(evidence(heuristic), Tuning.doublings(heuristic.suggested()));
        }

        private double uplift(Heuristic heuristic) {
            return learner.believed(evidence(heuristic), Tuning.doublings(heuristic.suggested()))
                    .map(Interval::uplift)
                    .orElse(0.0);
        }

        private List<Line> lines(java.util.function.Predicate<Heuristic> which, int direction) {
            return all().stream()
                    .filter(which)
                    .sorted(Comparator.comparingDouble((Heuristic heuristic) -> direction * uplift(heuristic))
                            .thenComparing(Heuristic::id))
                    .limit(MOST)
                    .map(heuristic -> new Line(
                            heuristic.id(),
                            heuristic.text(),
                            String.valueOf(EvidenceBody.of(memory, heuristic).get("explanation"))))
                    .toList();
        }

        @SuppressWarnings("NullAway") // absent is null on the wire
        private TotalLift lift() {
            Lift lift = learner.lift();
            return new TotalLift(
                    lift.measured().map(EvidenceBody::body).orElse(null),
                    lift.used(),
                    lift.controls(),
                    EvidenceBody.rounded(lift.successUsed()),
                    EvidenceBody.rounded(lift.successControls()));
        }

        @SuppressWarnings("NullAway") // absent is null on the wire
        private Cost cost() {
            Spending spending = learner.spending();
            long shown = 0;
            long withheld = 0;
            long answeredShown = 0;
            long answeredWithheld = 0;
            double loss = 0;
            for (Heuristic heuristic : all()) {
                Evidence evidence = evidence(heuristic);
                shown += evidence.shown();
                withheld += evidence.withheld();
                answeredShown += evidence.answeredShown();
                answeredWithheld += evidence.answeredWithheld();
                loss += evidence.withheld() * Math.max(0, uplift(heuristic));
            }
            Optional<Double> bought = learner.lift()
                    .measured()
                    .map(interval -> interval.uplift() * learner.lift().used())
                    .filter(successes -> successes > 0);
            return new Cost(
                    spending.receipts(),
                    spending.receipts() - spending.answered(),
                    unanswered(answeredShown, shown),
                    unanswered(answeredWithheld, withheld),
                    share(withheld, shown + withheld),
                    EvidenceBody.rounded(loss),
                    spending.tokens(),
                    bought.map(successes -> EvidenceBody.rounded(spending.tokens() / successes))
                            .orElse(null));
        }

        private static double unanswered(long answered, long all) {
            return share(Math.max(0, all - answered), all);
        }

        private static double share(long part, long all) {
            return all == 0 ? 0 : EvidenceBody.rounded((double) part / all);
        }

        private static DriftLine drift(Alarm alarm) {
            return new DriftLine(alarm.at().toString(), alarm.what(), alarm.id(), alarm.up() ? "up" : "down");
        }

        @SuppressWarnings("NullAway") // absent is null on the wire
        private CriticLine critic(CriticRecord record) {
            Map<String, Double> agreement = new LinkedHashMap<>();
            record.agreement().forEach((other, both) -> agreement.put(other, EvidenceBody.rounded(both.kappa())));
            Double loading = learner.markLoadings().get(record.critic());
            List<String> warnings = new ArrayList<>();
            if (record.constant()) {
                warnings.add("says the same every time, which tells nothing");
            }
            if (loading != null && loading < 0) {
                warnings.add("its marks praise what other critics call bad");
            }
            if (loading != null && learner.worthOfMarks() < 0) {
                warnings.add("marks mislead: what they praise goes with failure");
            }
            return new CriticLine(
                    record.critic(),
                    record.judged(),
                    EvidenceBody.rounded(record.success()),
                    EvidenceBody.rounded(record.score()),
                    EvidenceBody.rounded(record.leniency()),
                    agreement,
                    loading == null ? null : EvidenceBody.rounded(loading),
                    String.join("; ", warnings));
        }
    }
}
