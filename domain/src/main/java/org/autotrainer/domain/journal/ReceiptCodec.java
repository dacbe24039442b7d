package org.autotrainer.domain.journal;

import java.util.List;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.learning.ParameterSpace;
import org.autotrainer.domain.learning.Trial;

/** The canonical encoding of receipts. */
final class ReceiptCodec {
    private static final int EXPLORED = 1;
    private static final int CONTROL = 2;

    private ReceiptCodec() {}

    static void write(Receipt receipt, ByteWriter out) {
        Attempt attempt = receipt.attempt();
        out.text(receipt.id()).text(attempt.run()).text(attempt.taskId()).number(attempt.number());
        out.number(receipt.episode());
        EvaluationCodec.context(receipt.context(), out);
        out.text(receipt.model()).number(receipt.budget()).number(receipt.tokens());
        out.octet((receipt.explored() ? EXPLORED : 0) | (receipt.control() ? CONTROL : 0));
        out.number(receipt.chosen().size());
        receipt.chosen()
                .forEach(chosen -> out.id(chosen.heuristic())
                        .bits(chosen.textHash())
                        .real(chosen.relevance())
                        .real(chosen.coin())
                        .flag(chosen.kept()));
        out.number(receipt.landmarks().size());
        receipt.landmarks().forEach(landmark -> out.id(landmark.heuristic()).real(landmark.weight()));
        out.number(receipt.choices().size());
        receipt.choices().forEach(choice -> {
            out.text(choice.space().signature())
                    .number(choice.value())
                    .number(choice.propensities().size());
            choice.propensities().forEach(out::real);
        });
    }

    static Receipt read(String agent, ByteReader in) {
        String id = in.text();
        Attempt attempt = new Attempt(agent, in.text(), in.text(), in.count());
        int episode = in.count();
        Context context = EvaluationCodec.context(in);
        String model = in.text();
        int budget = in.count();
        int tokens = in.count();
        int flags = in.octet();
        if (flags > (EXPLORED | CONTROL)) {
            throw new IllegalArgumentException(
                    "a receipt has the flags " + flags + ", which this version does not know: upgrade");
        }
        List<Receipt.Chosen> chosen =
                in.list(() -> new Receipt.Chosen(in.id(), in.bits(), in.real(), in.real(), in.flag()));
        List<Receipt.Landmark> landmarks = in.list(() -> new Receipt.Landmark(in.id(), in.real()));
        List<Trial.Choice> choices = in.list(() -> choice(in));
        return new Receipt(
                id,
                attempt,
                episode,
                context,
                model,
                budget,
                tokens,
                (flags & EXPLORED) != 0,
                (flags & CONTROL) != 0,
                chosen,
                landmarks,
                choices);
    }

    private static Trial.Choice choice(ByteReader in) {
        ParameterSpace space = ParameterSpace.of(in.text());
        int value = in.count();
        List<Double> propensities = in.list(in::real);
        return new Trial.Choice(space, value, propensities);
    }
}
