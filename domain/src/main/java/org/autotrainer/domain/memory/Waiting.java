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
    private final Ring<String, byte[]> ring = new Ring<>(MOST);

    Waiting(String agent, Consumer<String> touch) {
        this.agent = agent;
        this.touch = touch;
    }

    /** Takes in an evaluation; of several that quote one receipt the first waits, the others are told no. */
    boolean add(Evaluation evaluation) {
        if (ring.has(evaluation.receipt())) {
            return false;
        }
        byte[] body = FactCodec.encode(evaluation.judgement());
        touch.accept(PREFIX + ring.add(evaluation.receipt(), body).slot());
        return true;
    }

    /** Takes out the evaluation that waits for a receipt. */
    Optional<Evaluation> take(String receipt) {
        Optional<Ring.Place<String, byte[]>> place = ring.find(receipt).filter(found -> found.value().length > 0);
        place.ifPresent(found -> {
            ring.replace(found, Slot.NOTHING);
            touch.accept(PREFIX + found.slot());
        });
        return place.map(found -> FactCodec.decodeEvaluation(agent, found.value()));
    }

    Slot slot(String name) {
        Ring.Place<String, byte[]> place = ring.at(Slot.number(name));
        return new Slot(name, place.order() + "\n" + place.key(), place.value());
    }

    void restore(Slot slot) {
        List<String> lines = slot.lines();
        ring.restore(
                new Ring.Place<>(Slot.number(slot.name()), Long.parseLong(lines.get(0)), lines.get(1), slot.body()));
    }
}
