package org.autotrainer.application;

import java.util.ArrayList;
import java.util.LinkedHashMap;
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
import org.autotrainer.domain.evaluation.FreeForm;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.Recalled;
import org.autotrainer.domain.journal.Receipt;
import org.autotrainer.domain.learning.Chance;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.ParameterSpace;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.Heuristics;
import org.autotrainer.domain.recall.Pick;
import org.autotrainer.domain.recall.Playbook;
import org.autotrainer.domain.recall.Question;
import org.autotrainer.domain.recall.Recall;
import org.autotrainer.domain.text.TokenCounter;

/** Hands an agent the heuristics that are worth their tokens for a coming task. */
public final class RecallHeuristics {
    /** The largest budget. */
    public static final int MAX_BUDGET = 1_000_000;

    private final Memories memories;
    private final Recorder recorder;
    /** How many strategy parameters can be asked for at once. */
    public static final int MAX_CHOICES = 20;

    private final TokenCounter tokens;
    private final Optional<byte[]> chanceKey;

    RecallHeuristics(Memories memories, Recorder recorder, TokenCounter tokens, Optional<byte[]> chanceKey) {
        this.chanceKey = chanceKey;
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
     * @param explore {@code off} to withhold and try out nothing this once; absent means what the settings say
     * @param choices strategy parameters with the values to choose from, the default first; absent for none
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
            String format,
            String explore,
            Map<String, List<Object>> choices) {
        /** A look at what would be recalled for a text. */
        @SuppressWarnings("NullAway") // absent is null on the wire
        public static Request about(String agent, String text) {
            return new Request("", agent, "", "", 0, new ContextBody(text, List.of()), "", null, "block", null, null);
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
     * @param parameters the values to work with, one of those offered for each; absent when none were
     */
    public record Response(
            String receipt, List<Item> heuristics, String block, int tokens, Map<String, Object> parameters) {}

    /**
     * Recalls for a task, and returns when the receipt is durable.
     *
     * @throws InvalidValueException if a value is outside its range
     * @throws AutoTrainerException {@link Problem#CONFLICT} if the id is that of a recall for another task or context
     */
    public Response recall(Request request) {
        Asked asked = new Asked(request);
        String agent = asked.attempt.agent();
        byte[] key = key();
        return memories.write(Set.of(agent), writing -> {
            Resident memory = writing.of(agent);
            Optional<Receipt> known = asked.known(writing.transaction());
            if (known.isPresent()) {
                Response again = again(known.get(), asked, memory, key);
                return recorder.answered(writing, agent, again);
            }
            String id = Identity.of("receipt")
                    .text(agent)
                    .number(memory.position() + 1)
                    .id();
            Recalling recalling = asked.recall(memory, id, key);
            Receipt receipt = recalling.receipt;
            Response response = response(memory.memory(), receipt.id(), recalling.playbook);
            memory.append(writing.transaction(), new Recalled(receipt), recorder.now());
            return recorder.answered(writing, agent, response);
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
        String agent = asked.attempt.agent();
        byte[] key = key();
        Told told = asked.id.isEmpty()
                ? memories.readMemory(agent, memory -> anew(asked, memory, freshId, key))
                : memories.read(
                        agent,
                        (snapshot, memory) -> asked.waiting()
                                .or(() -> asked.known(snapshot))
                                .map(known -> new Told(again(known, asked, memory, key), Optional.empty()))
                                .orElseGet(() -> anew(asked, memory, freshId, key)));
        told.receipt.ifPresent(receipt -> memories.writeSoon(receipt, recorder.now()));
        return told.response;
    }

    private static Told anew(Asked asked, Resident memory, String freshId, byte[] key) {
        Recalling recalling = asked.recall(memory, freshId, key);
        Response response = response(memory.memory(), recalling.receipt.id(), recalling.playbook);
        return new Told(response, Optional.of(recalling.receipt));
    }

    private byte[] key() {
        return chanceKey.orElseGet(memories::chanceKey);
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
        return memories.readMemory(asked.attempt.agent(), memory -> {
            Playbook playbook = Recall.of(memory.memory(), asked.question(memory));
            return response(memory.memory(), "", playbook);
        });
    }

    private static Response again(Receipt receipt, Asked asked, Resident memory, byte[] key) {
        Optional<Chance> chance =
                receipt.explored() ? Optional.of(asked.chance(key, receipt.episode(), receipt.id())) : Optional.empty();
        if (!receipt.attempt().equals(asked.attempt) || !receipt.context().equals(asked.context)) {
            throw new AutoTrainerException(
                    Problem.CONFLICT,
                    "recall " + receipt.id() + " was made for another task or context; give it another id");
        }
        Playbook playbook = Recall.again(memory.memory(), asked.question(memory, chance), receipt);
        return response(memory.memory(), receipt.id(), playbook);
    }

    @SuppressWarnings("NullAway") // absent is null on the wire
    private static Response response(AgentMemory memory, String receipt, Playbook playbook) {
        Heuristics heuristics = memory.heuristics();
        List<Item> items = new ArrayList<>();
        for (Pick pick : playbook.shown()) {
            Heuristic heuristic = pick.heuristic();
            Evidence evidence = heuristics.evidence(pick.number());
            items.add(new Item(
                    heuristic.id(),
                    heuristic.text(),
                    evidence.status().word(),
                    pick.why(),
                    EvidenceBody.of(memory, heuristic, evidence)));
        }
        Map<String, Object> parameters = new LinkedHashMap<>();
        playbook.choices()
                .forEach(choice -> parameters.put(
                        choice.space().name(), choice.space().values().get(choice.value())));
        return new Response(
                receipt, items, playbook.block(), playbook.tokens(), parameters.isEmpty() ? null : parameters);
    }

    /** What was recalled, with its receipt. */
    private record Recalling(Playbook playbook, Receipt receipt) {}

    /** A request that has been checked. */
    private final class Asked {
        private final String id;
        private final Attempt attempt;
        private final Context context;
        private final String model;
        private final Optional<Integer> budget;
        private final Question.Format format;
        private final boolean explore;
        private final List<ParameterSpace> choices;

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
            explore = explore(Objects.requireNonNullElse(request.explore(), "on"));
            choices = choices(Objects.requireNonNullElse(request.choices(), Map.of()));
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

        /** What is asked, with nothing withheld and nothing tried out. */
        Question question(Resident memory) {
            return question(memory, Optional.empty());
        }

        Question question(Resident memory, Optional<Chance> chance) {
            return new Question(context, budget(memory), format, tokens, chance, choices);
        }

        Chance chance(byte[] key, int episode, String receipt) {
            return Chance.of(key, attempt, episode, attempt.taskId().isEmpty() ? receipt : "");
        }

        Recalling recall(Resident memory, String freshId, byte[] key) {
            String receipt = id.isEmpty() ? freshId : id;
            int episode = memory.memory().episode(attempt);
            boolean explores = explore && memory.memory().settings().explores();
            Optional<Chance> chance = explores ? Optional.of(chance(key, episode, receipt)) : Optional.empty();
            Playbook playbook = Recall.of(memory.memory(), question(memory, chance));
            return new Recalling(playbook, playbook.receipt(receipt, attempt, episode, context, model, budget(memory)));
        }

        private int budget(Resident memory) {
            return budget.orElseGet(() -> memory.memory().settings().budget());
        }

        private boolean explore(String word) {
            if (!word.equals("on") && !word.equals("off")) {
                throw new InvalidValueException("explore is \"" + word + "\"; allowed are on and off");
            }
            return word.equals("on");
        }

        private List<ParameterSpace> choices(Map<String, List<Object>> offered) {
            if (offered.size() > MAX_CHOICES) {
                throw new InvalidValueException("choices are " + offered.size() + "; allowed are up to " + MAX_CHOICES);
            }
            return offered.entrySet().stream()
                    .map(entry -> new ParameterSpace(entry.getKey(), values(entry.getKey(), entry.getValue())))
                    .toList();
        }

        private List<Object> values(String name, List<Object> offered) {
            List<Object> values = new ArrayList<>();
            for (Object value : Objects.requireNonNullElse(offered, List.of())) {
                if (value == null) {
                    throw new InvalidValueException(
                            "choices of " + name + " hold null; allowed are numbers, texts, true and false");
                }
                values.add(FreeForm.scalars("choices of " + name, Map.of("value", value))
                        .get("value"));
            }
            return values;
        }

        private Question.Format format(String word) {
            for (Question.Format known : Question.Format.values()) {
                if (known.name().toLowerCase(Locale.ROOT).equals(word)) {
                    return known;
                }
            }
            throw new InvalidValueException("format is \"" + word + "\"; allowed are block and items");
        }
    }
}
