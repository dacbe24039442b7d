package org.autotrainer.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.autotrainer.application.BrowseEvaluations.Advice;
import org.autotrainer.application.BrowseEvaluations.Chosen;
import org.autotrainer.application.BrowseEvaluations.Correction;
import org.autotrainer.application.BrowseEvaluations.Receipt;
import org.autotrainer.application.BrowseEvaluations.Shown;
import org.autotrainer.application.BrowseEvaluations.Taught;
import org.autotrainer.application.memory.Amendments;
import org.autotrainer.application.memory.Resident;
import org.autotrainer.application.memory.ShortAnswer;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.SuggestionBody;
import org.autotrainer.domain.journal.Evaluated;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.memory.Answer;
import org.autotrainer.domain.memory.Credit;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.training.HeuristicUpdate;

/** Puts together what is known of one evaluation: what was recorded, whether it counts, what it taught, what was recalled for it. */
final class ShownEvaluation {
    private ShownEvaluation() {}

    @SuppressWarnings("NullAway") // absent is null on the wire
    static Shown of(Entry entry, Snapshot snapshot, Resident memory) {
        String agent = memory.memory().agent();
        Evaluated fact = (Evaluated) entry.fact(agent);
        List<Entry> rewrites = snapshot.rewrites(agent);
        List<Entry> corrections = rewrites.stream()
                .filter(one -> one.kind() == FactKind.EVALUATION && one.id().equals(entry.id()))
                .toList();
        List<Amendments.Retraction> fitting = Amendments.of(agent, rewrites).fitting(fact, entry.recordedAt());
        EvaluationStanding standing = EvaluationStanding.of(entry, corrections, fitting, snapshot, agent);
        return new Shown(
                EvaluationBody.of(fact.evaluation()),
                entry.position(),
                entry.recordedAt().toString(),
                fact.source().name(),
                fact.source().trust().word(),
                standing.retracted().orElse(null),
                standing.retractions(),
                corrections.stream()
                        .map(one -> new Correction(
                                one.revision(), one.position(), one.recordedAt().toString()))
                        .toList(),
                taught(ShortAnswer.whole(agent, entry, snapshot), memory),
                receipt(fact.evaluation().receipt(), snapshot, memory));
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Taught taught(Answer answer, Resident memory) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        Map<String, Advice> heuristics = new LinkedHashMap<>();
        answer.proposed().forEach(one -> {
            kinds.merge(one.suggestion().kind().word(), 1, Integer::sum);
            if (one.suggestion() instanceof HeuristicUpdate update) {
                memory.memory()
                        .heuristic(Heuristic.idOf(memory.memory().agent(), update.text()))
                        .ifPresent(found -> heuristics.put(
                                found.id(), new Advice(found.id(), found.text(), status(found, memory))));
            }
        });
        return new Taught(
                SuggestionBody.all(answer),
                kinds,
                answer.applied(),
                answer.credit().map(Credit::word).orElse(null),
                answer.credit().map(Credit::reason).orElse(null),
                List.copyOf(heuristics.values()));
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Receipt receipt(String id, Snapshot snapshot, Resident memory) {
        Optional<Entry> recall = id.isEmpty()
                ? Optional.empty()
                : snapshot.newest(memory.memory().agent(), FactKind.RECALL, id);
        return recall.map(entry -> receipt(entry, memory)).orElse(null);
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Receipt receipt(Entry entry, Resident memory) {
        var receipt = ((Recalled) entry.fact(memory.memory().agent())).receipt();
        List<Chosen> shown = new ArrayList<>();
        List<Chosen> withheld = new ArrayList<>();
        receipt.chosen().forEach(one -> {
            Optional<Heuristic> heuristic = memory.memory().heuristic(one.heuristic());
            (one.kept() ? shown : withheld)
                    .add(new Chosen(
                            one.heuristic(),
                            heuristic.map(Heuristic::text).orElse(null),
                            heuristic.map(found -> status(found, memory)).orElse(null),
                            one.coin()));
        });
        Map<String, Object> parameters = new LinkedHashMap<>();
        receipt.choices()
                .forEach(choice -> parameters.put(
                        choice.space().name(), choice.space().values().get(choice.value())));
        return new Receipt(
                receipt.id(),
                entry.recordedAt().toString(),
                receipt.control(),
                receipt.tokens(),
                shown,
                withheld,
                parameters.isEmpty() ? null : parameters);
    }

    private static String status(Heuristic heuristic, Resident memory) {
        var heuristics = memory.memory().heuristics();
        return heuristics.evidence(heuristics.find(heuristic.id())).status().word();
    }
}
