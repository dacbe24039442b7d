package org.autotrainer.application;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.autotrainer.application.memory.Memories;
import org.autotrainer.application.memory.Recorder;
import org.autotrainer.application.memory.Resident;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.wire.EvaluationBody;
import org.autotrainer.application.wire.EvaluationBody.ContextBody;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.recall.Match;
import org.autotrainer.domain.recall.Playbook;
import org.autotrainer.domain.text.TokenCounter;

/** Hands an agent the heuristics that are worth their tokens for a coming task. */
public final class RecallHeuristics {
    /** The largest budget. */
    public static final int MAX_BUDGET = 1_000_000;

    private final Memories memories;
    private final Recorder recorder;
    private final TokenCounter tokens;

    RecallHeuristics(Memories memories, Recorder recorder, TokenCounter tokens) {
        this.memories = memories;
        this.recorder = recorder;
        this.tokens = tokens;
    }

    /**
     * A coming task.
     *
     * @param id names the recall: the same id answers the same again; absent for a new one
     * @param context what the task is about; absent to take the heuristics with the most support
     * @param budgetTokens a hard limit on the tokens; absent means what the agent's settings say, at first 500
     * @param format {@code block} (default): the budget covers the framed block; {@code items}: the bare texts
     */
    public record Request(
            String id,
            String agent,
            String run,
            String taskId,
            Integer attempt,
            ContextBody context,
            String model,
            Integer budgetTokens,
            String format) {
        /** A look at what would be recalled for a text. */
        @SuppressWarnings("NullAway") // absent is null on the wire
        public static Request about(String agent, String text) {
            return new Request("", agent, "", "", 0, new ContextBody(text, List.of()), "", null, "block");
        }
    }

    /** A heuristic that was recalled, why, and what is known about it. */
    public record Item(String id, String text, String status, String why, Map<String, Object> evidence) {}

    /**
     * What was recalled.
     *
     * @param receipt the id of the receipt, which the evaluation of the attempt quotes; empty for a look
     * @param heuristics best first; may be empty
     * @param block the text for a prompt; empty when nothing was recalled
     * @param tokens the tokens used
     */
    public record Response(String receipt, List<Item> heuristics, String block, int tokens) {}

    /**
     * Recalls for a task, and returns when the receipt is durable.
     *
     * @throws InvalidValueException if a value is outside its range
     * @throws AutoTrainerException {@link Problem#CONFLICT} if the id is that of a recall for another task or context
     */
    public Response recall(Request request) {
        Asked asked = new Asked(request);
        String agent = asked.attempt.agent();
        return memories.write(Set.of(agent), writing -> {
            Resident memory = writing.of(agent);
            Optional<Receipt> known = asked.known(writing.transaction());
            if (known.isPresent()) {
                return again(known.get(), asked, memory);
            }
            Playbook playbook = asked.playbook(memory);
            String id = Identity.of("receipt")
                    .text(agent)
                    .number(memory.position() + 1)
                    .id();
            Receipt receipt = asked.receipt(playbook, asked.budget(memory), id);
            memory.append(writing.transaction(), new Recalled(receipt), recorder.now());
            return response(receipt.id(), playbook);
        });
    }

    /**
     * Recalls for a task without waiting for the disk: the receipt is written within 50 ms, or with the next commit. A
     * receipt that is lost because the process was killed before earns its heuristics nothing, and does no other harm.
     *
     * @param freshId names the receipt when the request names none: never given before
     * @throws InvalidValueException if a value is outside its range
     * @throws AutoTrainerException {@link Problem#CONFLICT} if the id is that of a recall for another task or context
     */
    public Response recallAtOnce(Request request, String freshId) {
        Asked asked = new Asked(request);
        Told told = memories.read(asked.attempt.agent(), (snapshot, memory) -> {
            Optional<Receipt> known = asked.waiting().or(() -> asked.known(snapshot));
            if (known.isPresent()) {
                return new Told(again(known.get(), asked, memory), Optional.empty());
            }
            Playbook playbook = asked.playbook(memory);
            Receipt receipt = asked.receipt(playbook, asked.budget(memory), freshId);
            return new Told(response(receipt.id(), playbook), Optional.of(receipt));
        });
        told.receipt.ifPresent(receipt -> memories.writeSoon(receipt, recorder.now()));
        return told.response;
    }

    /** An answer, and the receipt that is new with it. */
    private record Told(Response response, Optional<Receipt> receipt) {}

    /**
     * Shows what would be recalled, and writes nothing.
     *
     * @throws InvalidValueException if a value is outside its range
     */
    public Response look(Request request) {
        Asked asked = new Asked(request);
        return memories.read(asked.attempt.agent(), (snapshot, memory) -> response("", asked.playbook(memory)));
    }

    private Response again(Receipt receipt, Asked asked, Resident memory) {
        if (!receipt.attempt().equals(asked.attempt) || !receipt.context().equals(asked.context)) {
            throw new AutoTrainerException(
                    Problem.CONFLICT,
                    "recall " + receipt.id() + " was made for another task or context; give it another id");
        }
        List<Match> matches = new ArrayList<>();
        for (Receipt.Shown shown : receipt.shown()) {
            memory.memory()
                    .heuristic(shown.heuristic())
                    .ifPresent(heuristic -> matches.add(memory.index().explained(heuristic, asked.context)));
        }
        return response(receipt.id(), Playbook.pack(matches, MAX_BUDGET, asked.format, tokens));
    }

    private static Response response(String receipt, Playbook playbook) {
        List<Item> items = playbook.matches().stream()
                .map(match -> new Item(
                        match.heuristic().id(),
                        match.heuristic().text(),
                        match.heuristic().status(),
                        match.why(),
                        Evidence.of(match.heuristic())))
                .toList();
        return new Response(receipt, items, playbook.block(), playbook.tokens());
    }

    /** A request that has been checked. */
    private final class Asked {
        private final String id;
        private final Attempt attempt;
        private final Context context;
        private final String model;
        private final Optional<Integer> budget;
        private final Playbook.Format format;

        Asked(Request request) {
            id = CleanText.name("id", Objects.requireNonNullElse(request.id(), ""), Limits.NAME);
            model = CleanText.name("model", Objects.requireNonNullElse(request.model(), ""), Limits.NAME);
            attempt = new Attempt(
                    Objects.requireNonNullElse(request.agent(), EvaluationBody.DEFAULT_AGENT),
                    Objects.requireNonNullElse(request.run(), ""),
                    Objects.requireNonNullElse(request.taskId(), ""),
                    Objects.requireNonNullElse(request.attempt(), 0));
            context = ContextBody.toDomain(request.context());
            budget = Optional.ofNullable(request.budgetTokens());
            if (budget.isPresent() && (budget.get() < 0 || budget.get() > MAX_BUDGET)) {
                throw new InvalidValueException(
                        "budget_tokens is " + budget.get() + "; allowed are 0 to " + MAX_BUDGET);
            }
            format = format(Objects.requireNonNullElse(request.format(), "block"));
        }

        /** The receipt of the id that was given, if it was handed out and is not in the journal yet. */
        Optional<Receipt> waiting() {
            return id.isEmpty() ? Optional.empty() : memories.waiting(attempt.agent(), id);
        }

        /** The receipt of the id that was given, if it is in the journal. */
        Optional<Receipt> known(Snapshot snapshot) {
            String agent = attempt.agent();
            return id.isEmpty()
                    ? Optional.empty()
                    : snapshot.newest(agent, FactKind.RECALL, id)
                            .map(entry -> ((Recalled) entry.fact(agent)).receipt());
        }

        Playbook playbook(Resident memory) {
            return memory.index().recall(context, budget(memory), format, tokens);
        }

        int budget(Resident memory) {
            return budget.orElseGet(() -> memory.memory().settings().budget());
        }

        Receipt receipt(Playbook playbook, int allowed, String freshId) {
            List<Receipt.Shown> shown = playbook.matches().stream()
                    .map(match -> Receipt.Shown.of(
                            match.heuristic().id(), match.heuristic().text()))
                    .toList();
            return new Receipt(id.isEmpty() ? freshId : id, attempt, context, model, allowed, playbook.tokens(), shown);
        }

        private Playbook.Format format(String word) {
            for (Playbook.Format known : Playbook.Format.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return known;
                }
            }
            throw new InvalidValueException("format is \"" + word + "\"; allowed are block and items");
        }
    }
}
