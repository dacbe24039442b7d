package org.autotrainer.application;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.domain.learning.Correction;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Explanation;
import org.autotrainer.domain.learning.Interval;
import org.autotrainer.domain.learning.Learner;
import org.autotrainer.domain.learning.Tuning;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.Heuristics;

/** What is known about the effect of a heuristic, as it stands on the wire. */
final class EvidenceBody {
    private static final double DIGITS = 10_000;

    private EvidenceBody() {}

    static Map<String, Object> of(AgentMemory memory, Heuristic heuristic) {
        Heuristics heuristics = memory.heuristics();
        return of(memory, heuristic, heuristics.evidence(heuristics.find(heuristic.id())));
    }

    static Map<String, Object> of(AgentMemory memory, Heuristic heuristic, Evidence evidence) {
        Learner learner = memory.learner();
        double doublings = Tuning.doublings(heuristic.suggested());
        Optional<Interval> believed = learner.believed(evidence, doublings);
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("shown", evidence.shown());
        body.put("withheld", evidence.withheld());
        body.put("verdict", learner.verdict(evidence, doublings).word());
        believed.ifPresent(interval -> body.put("believed", body(interval)));
        evidence.measured().ifPresent(interval -> body.put("measured", body(interval)));
        Map<String, Object> byTag = new LinkedHashMap<>();
        evidence.measuredByTag().forEach((tag, interval) -> byTag.put(tag, body(interval)));
        if (!byTag.isEmpty()) {
            body.put("measured_by_tag", byTag);
        }
        double eValue = evidence.eValue();
        body.put("e_value", rounded(eValue));
        body.put("corrected", eValue >= Tuning.PROOF && eValue >= threshold(memory.heuristics()));
        body.put(
                "explanation",
                evidence.status().word() + ": " + Explanation.of(evidence, believed, learner.trust()) + "; "
                        + origin(heuristic));
        return body;
    }

    /** Where a heuristic stands, in a word. */
    static String status(AgentMemory memory, Heuristic heuristic) {
        Heuristics heuristics = memory.heuristics();
        return heuristics.evidence(heuristics.find(heuristic.id())).status().word();
    }

    /** Only proven effects ask for it: it looks at all heuristics. */
    private static double threshold(Heuristics heuristics) {
        return Correction.threshold(java.util.stream.IntStream.range(0, heuristics.size())
                .mapToObj(heuristics::evidence)
                .filter(one -> one.chosen() > 0)
                .mapToDouble(Evidence::eValue));
    }

    private static String origin(Heuristic heuristic) {
        int tasks = heuristic.support().tasks();
        int critics = heuristic.critics().size();
        int strangers = heuristic.strangers().size();
        if ((strangers == 0 ? heuristic.suggested() : heuristic.suggestedInAll()) == 0) {
            return "set by hand";
        }
        String trusted =
                times(heuristic.suggested()) + " by " + counted(critics, "critic") + " in " + counted(tasks, "task");
        if (strangers == 0) {
            return "suggested " + trusted;
        }
        String others = times(heuristic.suggestedInAll() - heuristic.suggested()) + " by "
                + counted(strangers, "source") + " below trusted";
        return "suggested " + (heuristic.suggested() == 0 ? others : trusted + ", and " + others);
    }

    private static String times(int count) {
        return count == 1 ? "once" : count + " times";
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }

    static Map<String, Object> body(Interval interval) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("uplift", rounded(interval.uplift()));
        body.put("low", rounded(interval.low()));
        body.put("high", rounded(interval.high()));
        return body;
    }

    /** Four decimals are a hundredth of a point. */
    static double rounded(double number) {
        double rounded = Math.abs(number) < 1e12 ? Math.rint(number * DIGITS) / DIGITS : number;
        return rounded == 0 ? 0.0 : rounded;
    }
}
