package org.autotrainer.domain.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.autotrainer.domain.evaluation.Attempt;
import org.autotrainer.domain.evaluation.Context;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.EvaluationBuilder;
import org.autotrainer.domain.evaluation.Mark;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Outcome;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.Tool;
import org.autotrainer.domain.evaluation.ToolCall;
import org.autotrainer.domain.learning.ParameterSpace;
import org.autotrainer.domain.learning.Trial;
import org.autotrainer.domain.training.FineTuneDataset;
import org.autotrainer.domain.training.HeuristicUpdate;
import org.autotrainer.domain.training.PromptTuning;
import org.autotrainer.domain.training.StrategyParam;
import org.autotrainer.domain.training.TrainingSuggestion;
import org.autotrainer.domain.training.TrainingTarget;
import org.autotrainer.domain.trust.Trust;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The bytes of the first format, one fact of each kind: journals hold them for good.
 *
 * <p>When one of these fails, it is the codec that is wrong. A new field gets a new number and a new case.
 */
class FactBytesTest {
    private static final String AGENT = "a";

    static Stream<Object[]> facts() {
        return Stream.of(
                pinned(
                        "an evaluation that says everything",
                        new Evaluated(everything(), Source.LOCAL, true, true),
                        "01030a6c6f63616c0e7472757374656401046531020203046369040474310504060c70797465"
                                + "737402380708093fd00000000000000a041e56c3a97269666965206ce2809949440402610262"
                                + "0c7365636f6e64000b1a726566756e640a706c65617365020e62696c6c696e670c046d310d02"
                                + "1674656d7065726174757265643fc999999999999a0e080c73797374656d0273000000087573"
                                + "657208f09f918d00000012617373697374616e7400020463310866696e6402046964690e0006"
                                + "626f7408746f6f6c021b000463310866696e640f020866696e640a66696e6473020874797065"
                                + "730c6f626a6563741004723111040468310c68656c7065640468320e6e65757472616c120402"
                                + "7a6c0e6e7466690169feffffffffffffffff0164800000000000000073027802616f02086465"
                                + "65706f0013010a00"),
                pinned(
                        "an evaluation that says nothing",
                        new Evaluated(bare(), Source.LOCAL, false, false),
                        "01000a6c6f63616c0e7472757374656400"),
                pinned(
                        "an evaluation to suggest from",
                        new Evaluated(bare(), Source.LOCAL, false, true),
                        "01020a6c6f63616c0e7472757374656400"),
                pinned(
                        "a lesson",
                        new LessonKept(
                                Evaluation.of(AGENT, "t1").id("e1").suggest("s").build(), Source.LOCAL),
                        "010a6c6f63616c0e7472757374656401046531040474310a0202730000"),
                pinned(
                        "an answer under a key",
                        new Answered("0123456789abcdef0123456789abcdef", "r1", "200\n{}"),
                        "01010123456789abcdef0123456789abcdef000472310c3230300a7b7d"),
                pinned("a training run", new LessonsTrained("r1", true), "0104723101"),
                pinned(
                        "a recall",
                        new Recalled(receipt()),
                        "0104723104636904743104020c726566756e64020e62696c6c696e67046d31e8075401040101"
                                + "23456789abcdef0123456789abcdefffffffffffffffff3fe80000000000003fa99999999999"
                                + "9a010004683200000000000000013fe000000000000000000000000000000002000468323ff0"
                                + "000000000000043e74656d70657261747572650a64302e320a69310a736175746f0a62747275"
                                + "6502083fd00000000000003fd00000000000003fd00000000000003fd0000000000000126d6f"
                                + "64656c0a736d310000"),
                pinned(
                        "a decision on a heuristic",
                        decided(
                                new HeuristicUpdate("k1", "Verify the ID 👍", "t1", "because"),
                                Decided.Decision.APPLIED),
                        "010464310e6170706c696564206865757269737469635f757064617465046b310474310e6265"
                                + "6361757365245665726966792074686520494420f09f918d"),
                pinned(
                        "a decision on an example",
                        decided(
                                new FineTuneDataset(
                                        "k1", new TrainingTarget("t1", "failed", 0.25, List.of("s1", "s2")), "t1", ""),
                                Decided.Decision.DISMISSED),
                        "01046431126469736d69737365642266696e655f74756e655f64617461736574046b31047431"
                                + "000474310c6661696c65643fd000000000000004047331047332"),
                pinned(
                        "a decision on a prompt",
                        decided(new PromptTuning("system", "Be brief.", "", ""), Decided.Decision.APPLIED),
                        "010464310e6170706c6965641a70726f6d70745f74756e696e670c73797374656d0000124265"
                                + "2062726965662e"),
                pinned(
                        "a decision on a parameter",
                        decided(new StrategyParam("temperature", 0.1, "", ""), Decided.Decision.APPLIED),
                        "010464310e6170706c6965641c73747261746567795f706172616d1674656d70657261747572"
                                + "650000643fb999999999999a"),
                pinned(
                        "a control",
                        new Recalled(new Receipt(
                                "r1",
                                Attempt.at(AGENT, ""),
                                0,
                                Context.NONE,
                                "",
                                0,
                                0,
                                true,
                                true,
                                List.of(),
                                List.of(),
                                List.of())),
                        "0104723100000000000000000003000000"),
                pinned(
                        "a heuristic that a person pinned",
                        new Curated("c1", "h1", Curated.Action.PIN),
                        "01046331000468310670696e"),
                pinned(
                        "a retraction",
                        new Retracted(
                                "x1",
                                1,
                                new Selection(
                                        "judge",
                                        "t1",
                                        "ci",
                                        "old.jsonl",
                                        "billing",
                                        Optional.of(Instant.EPOCH),
                                        Optional.of(Instant.ofEpochSecond(1, 5)))),
                        "01047831020a6a75646765047431046369126f6c642e6a736f6e6c0e62696c6c696e67283139"
                                + "37302d30312d30315430303a30303a30305a3c313937302d30312d30315430303a30303a3031"
                                + "2e3030303030303030355a"),
                pinned(
                        "a grouping",
                        new Regrouped("g1", List.of("0123456789abcdef0123456789abcdef", "h2")),
                        "0104673104010123456789abcdef0123456789abcdef00046832"),
                pinned(
                        "an evaluation of a source that is not trusted",
                        new Evaluated(bare(), new Source("old.jsonl", Trust.REVIEWED), true, true),
                        "0103126f6c642e6a736f6e6c10726576696577656400"),
                pinned(
                        "a heuristic set by hand",
                        new HeuristicSet("s1", "k1", "Line one\nline two"),
                        "01047331046b31224c696e65206f6e650a6c696e652074776f0a6c6f63616c0e74727573746564"),
                pinned(
                        "a change of settings",
                        new SettingsChanged("s1", new TreeMap<>(Map.of("explore", "off", "budget_tokens", "80"))),
                        "01047331041a6275646765745f746f6b656e730438300e6578706c6f7265066f6666"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void a_fact_has_the_bytes_of_the_first_release(String name, Fact fact, String hex) {
        assertThat(HexFormat.of().formatHex(FactCodec.encode(fact))).isEqualTo(hex);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("facts")
    void the_bytes_of_the_first_release_can_be_read(String name, Fact fact, String hex) {
        assertThat(FactCodec.decode(AGENT, fact.kind(), HexFormat.of().parseHex(hex)))
                .isEqualTo(fact);
    }

    @Test
    void a_suggestion_has_the_bytes_of_the_first_release() {
        TrainingSuggestion suggestion = new StrategyParam("max_steps", 10L, "t1", "r");
        String hex = "011c73747261746567795f706172616d126d61785f737465707304743102726914";

        assertThat(HexFormat.of().formatHex(FactCodec.encode(suggestion))).isEqualTo(hex);
        assertThat(FactCodec.decodeSuggestion(HexFormat.of().parseHex(hex))).isEqualTo(suggestion);
    }

    @Test
    void there_is_a_fact_of_every_kind() {
        assertThat(facts().map(fact -> ((Fact) fact[1]).kind())).contains(FactKind.values());
    }

    private static Object[] pinned(String name, Fact fact, String hex) {
        return new Object[] {name, fact, hex};
    }

    private static Decided decided(TrainingSuggestion suggestion, Decided.Decision decision) {
        return new Decided("d1", suggestion, decision);
    }

    private static Evaluation bare() {
        return Evaluation.of(AGENT, "").build();
    }

    private static Receipt receipt() {
        return new Receipt(
                "r1",
                new Attempt(AGENT, "ci", "t1", 2),
                1,
                new Context("refund", List.of("billing")),
                "m1",
                500,
                42,
                true,
                false,
                List.of(
                        new Receipt.Chosen("0123456789abcdef0123456789abcdef", -1, 0.75, 0.05, true),
                        new Receipt.Chosen("h2", 1, 0.5, 0, false)),
                List.of(new Receipt.Landmark("h2", 1)),
                List.of(
                        new Trial.Choice(
                                new ParameterSpace("temperature", List.of(0.2, 1L, "auto", true)),
                                1,
                                List.of(0.25, 0.25, 0.25, 0.25)),
                        new Trial.Choice(new ParameterSpace("model", List.of("m1")), 0, List.of())));
    }

    private static Evaluation everything() {
        EvaluationBuilder evaluation = Evaluation.of(new Attempt(AGENT, "ci", "t1", 2))
                .id("e1")
                .revision(1)
                .critic("pytest", "8")
                .outcome(Outcome.ERROR)
                .success(true)
                .score(0.25)
                .suggest("Vérifie l’ID", "a", "b")
                .suggest("second")
                .context("refund\nplease", "billing")
                .model("m1")
                .parameters(Map.of("temperature", 0.2))
                .receipt("r1")
                .marks(List.of(new Mark("h1", Mark.Opinion.HELPED), new Mark("h2", Mark.Opinion.NEUTRAL)))
                .occurredAt(Instant.ofEpochSecond(-1, 5));
        return evaluation.conversation(conversation()).metadata(metadata()).build();
    }

    private static Conversation conversation() {
        ToolCall call = new ToolCall("c1", "find", Map.of("id", 7));
        return new Conversation(
                List.of(
                        Message.of(Role.SYSTEM, "s"),
                        Message.of(Role.USER, "👍"),
                        new Message(Role.ASSISTANT, "", List.of(call), "", "bot"),
                        new Message(Role.TOOL, "\u001b", List.of(), "c1", "find")),
                List.of(new Tool("find", "finds", Map.of("type", "object"))));
    }

    private static Map<String, Object> metadata() {
        Map<String, Object> metadata = new LinkedHashMap<>();
        metadata.put("z", Arrays.asList(null, true, false, -1, Long.MAX_VALUE, -0.0, "x"));
        metadata.put("a", Map.of("deep", Map.of()));
        return metadata;
    }
}
