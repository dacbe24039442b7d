package org.autotrainer.domain.memory;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.journal.FactCodec;
import org.autotrainer.domain.learning.Ring;

/** The last evaluations that quote a receipt which has not appeared yet. Working state of the fold. */
final class Waiting {
    static final String PREFIX = "waiting:";

    private static final int MOST = 1_000;

    private final String agent;
    private final Consumer<String> touch;
    private final Ring<String, Optional<Evaluation>> ring = new Ring<>(MOST);

    Waiting(String agent, Consumer<String> touch) {
        this.agent = agent;
        this.touch = touch;
    }

    /** Takes in an evaluation; of several that quote one receipt the first waits, the others are told no. */
    boolean add(Evaluation evaluation) {
        if (ring.has(evaluation.receipt())) {
            return false;
        }
        Optional<Evaluation> judgement = Optional.of(evaluation.judgement());
        touch.accept(PREFIX + ring.add(evaluation.receipt(), judgement).slot());
        return true;
    }

    /** Takes out the evaluation that waits for a receipt. */
    Optional<Evaluation> take(String receipt) {
        Optional<Ring.Place<String, Optional<Evaluation>>> place = ring.find(receipt);
        Optional<Evaluation> evaluation = place.flatMap(Ring.Place::value);
        if (evaluation.isPresent()) {
            place.ifPresent(found ->
                    touch.accept(PREFIX + ring.replace(found, Optional.empty()).slot()));
        }
        return evaluation;
    }

    Slot slot(String name) {
        Ring.Place<String, Optional<Evaluation>> place = ring.at(Slot.number(name));
        byte[] body = place.value().map(FactCodec::encode).orElse(Slot.NOTHING);
        return new Slot(name, place.order() + "\n" + place.key(), body);
    }

    void restore(Slot slot) {
        List<String> lines = slot.lines();
        Optional<Evaluation> evaluation = Optional.of(slot.body())
                .filter(body -> body.length > 0)
                .map(body -> FactCodec.decodeEvaluation(agent, body));
        ring.restore(
                new Ring.Place<>(Slot.number(slot.name()), Long.parseLong(lines.get(0)), lines.get(1), evaluation));
    }
}
