package org.autotrainer.application.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.autotrainer.application.port.CodePointOrder.BY_CODE_POINT;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.Conversation;
import org.autotrainer.domain.evaluation.Evaluation;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.journal.FactKind;
import org.autotrainer.domain.journal.HeuristicSet;
import org.autotrainer.domain.journal.LessonKept;
import org.autotrainer.domain.journal.Source;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every {@link Store} must do.
 *
 * <p>To test a store, extend this class and say how to open it. There is nothing to switch off: a store that does not
 * pass is not a store.
 */
@DisplayName("A store")
@Timeout(60)
public abstract class StoreContract {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00.123Z");
    private static final String AGENT = "support-bot";
    private static final int THREADS = 16;
    private static final Set<String> KEYS = ConcurrentHashMap.newKeySet();

    private final List<Store> opened = new ArrayList<>();
    private Store store;

    /**
     * Opens the store of this test. Every call within one test opens the same store once more, also while it is open and
     * after it was closed; each test begins with an empty one.
     */
    protected abstract Store open() throws Exception;

    @BeforeEach
    void open_it() throws Exception {
        store = openAgain();
    }

    /** Opens the store once more; it is closed when the test ends. */
    private Store openAgain() throws Exception {
        Store again = open();
        opened.add(again);
        return again;
    }

    @AfterEach
    void close_what_was_opened() {
        opened.forEach(Store::close);
    }

    @Nested
    @DisplayName("that is empty")
    class Empty {
        @Test
        void has_no_agents() {
            assertThat(store.<List<String>>read(snapshot -> snapshot.agents("", 10)))
                    .isEmpty();
        }

        @Test
        void answers_for_an_agent_without_facts() {
            store.read(snapshot -> {
                assertThat(snapshot.head("nobody")).isEqualTo(Head.none());
                assertThat(snapshot.newest("nobody", FactKind.EVALUATION, "e")).isEmpty();
                assertThat(snapshot.entries("nobody", 0, 10)).isEmpty();
                assertThat(snapshot.rewrites("nobody")).isEmpty();
                assertThat(snapshot.checkpoint("nobody")).isZero();
                assertThat(snapshot.row("nobody", Table.KEYS, "k")).isEmpty();
                assertThat(snapshot.rows("nobody", Table.KEYS, "", 10)).isEmpty();
                return snapshot;
            });
        }

        @Test
        void is_sound() {
            assertThat(store.damage()).isEmpty();
        }

        @Test
        void stays_empty_when_a_work_only_reads() {
            Head head = store.write(Set.of(AGENT), transaction -> transaction.head(AGENT));
            assertThat(head).isEqualTo(Head.none());
            assertThat(store.<List<String>>read(snapshot -> snapshot.agents("", 10)))
                    .isEmpty();
        }

        @Test
        void can_be_closed_twice() {
            store.close();
            store.close();
        }
    }

    @Nested
    @DisplayName("keeps a chance key")
    class ChanceKey {
        @Test
        void of_thirty_two_bytes_that_a_transaction_sees_too() {
            byte[] key = chanceKey(store);
            assertThat(key).hasSize(32).isNotEqualTo(new byte[32]);
            assertThat(store.<byte[]>write(Set.of(AGENT), Transaction::chanceKey))
                    .isEqualTo(key);
        }

        @Test
        void that_stays_the_same_whatever_is_written_and_however_often_it_is_opened() throws Exception {
            byte[] key = chanceKey(store);
            Store second = openAgain();
            assertThat(chanceKey(second)).isEqualTo(key);
            append(store, AGENT, advice("a", "Check the order status first."));
            checkpoint(store, AGENT, 1, true);
            second.close();
            store.close();
            assertThat(chanceKey(openAgain())).isEqualTo(key);
        }

        @Test
        void that_nobody_can_change() {
            byte[] key = chanceKey(store);
            Arrays.fill(chanceKey(store), (byte) 7);
            assertThat(chanceKey(store)).isEqualTo(key);
        }

        @Test
        void that_all_get_who_open_it_at_once() throws Exception {
            List<Store> stores = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                stores.add(openAgain());
            }
            byte[] key = chanceKey(store);
            together(thread -> {
                assertThat(chanceKey(stores.get(thread))).isEqualTo(key);
                return thread;
            });
        }

        @RepeatedTest(2)
        void that_no_other_store_has() {
            assertThat(KEYS.add(HexFormat.of().formatHex(chanceKey(store))))
                    .as("the key was not met before")
                    .isTrue();
        }

        private byte[] chanceKey(Store from) {
            return from.read(Snapshot::chanceKey);
        }
    }

    @Nested
    @DisplayName("appends facts")
    class Appending {
        @Test
        void and_gives_them_back_as_they_were() {
            Entry entry = append(store, AGENT, advice("a", "Check the order status first."));
            store.read(snapshot -> {
                assertThat(snapshot.entries(AGENT, 0, 10)).containsExactly(entry);
                assertThat(snapshot.newest(AGENT, FactKind.HEURISTIC, "a")).contains(entry);
                assertThat(snapshot.head(AGENT)).isEqualTo(entry.head());
                assertThat(snapshot.entries(AGENT, 0, 10).get(0).fact(AGENT))
                        .isEqualTo(advice("a", "Check the order status first."));
                return snapshot;
            });
        }

        @Test
        void in_a_chain_that_verifies() {
            appendMany(store, AGENT, 300);
            assertChain(store, AGENT, 300);
        }

        @Test
        void and_a_work_sees_its_own() {
            store.write(Set.of(AGENT), transaction -> {
                Entry first = append(transaction, AGENT, advice("a", "one"));
                assertThat(transaction.head(AGENT)).isEqualTo(first.head());
                assertThat(transaction.newest(AGENT, FactKind.HEURISTIC, "a")).contains(first);
                Entry second = append(transaction, AGENT, advice("b", "two"));
                assertThat(transaction.entries(AGENT, 0, 10)).containsExactly(first, second);
                assertThat(transaction.newest(AGENT, FactKind.HEURISTIC, "b")).contains(second);
                assertThat(transaction.agents("", 10)).containsExactly(AGENT);
                return second;
            });
        }

        @Test
        void in_order_only() {
            append(store, AGENT, advice("a", "one"));
            Entry second = Entry.next(new Head(1, new byte[32]), advice("b", "two"), false, NOW, new byte[0]);
            Entry gap = Entry.next(new Head(2, new byte[32]), advice("c", "three"), false, NOW, new byte[0]);
            Entry again = Entry.next(Head.none(), advice("d", "four"), false, NOW, new byte[0]);
            assertRefused(store, transaction -> transaction.append(AGENT, gap));
            assertRefused(store, transaction -> transaction.append(AGENT, again));
            assertRefused(store, transaction -> {
                transaction.append(AGENT, second);
                transaction.append(AGENT, second);
            });
            assertChain(store, AGENT, 1);
        }

        @Test
        void each_kind_id_and_revision_once() {
            append(store, AGENT, advice("a", "one"));
            assertRefused(store, transaction -> append(transaction, AGENT, advice("a", "another")));
            assertRefused(store, transaction -> {
                append(transaction, AGENT, advice("b", "two"));
                append(transaction, AGENT, advice("b", "two"));
            });
            append(store, AGENT, lesson("a", 0, "another kind"));
            append(store, AGENT, lesson("a", 1, "another revision"));
            append(store, "another agent", advice("a", "one"));
            assertChain(store, AGENT, 3);
        }

        @Test
        void and_finds_the_highest_revision() {
            append(store, AGENT, lesson("a", 0, "first"));
            append(store, AGENT, advice("b", "between"));
            Entry corrected = append(store, AGENT, lesson("a", 7, "corrected"));
            assertRefused(store, transaction -> append(transaction, AGENT, lesson("a", 3, "too late")));
            assertThat(store.<Optional<Entry>>read(snapshot -> snapshot.newest(AGENT, FactKind.LESSON, "a")))
                    .contains(corrected);
        }

        @Test
        void for_the_agents_of_the_work_only() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.write(
                            Set.of(AGENT), transaction -> append(transaction, "somebody else", advice("a", "one"))));
            assertThat(store.<List<String>>read(snapshot -> snapshot.agents("", 10)))
                    .isEmpty();
        }

        @Test
        void of_several_agents_in_one_work() {
            store.write(Set.of("one", "other"), transaction -> {
                append(transaction, "one", advice("a", "to one"));
                append(transaction, "other", advice("a", "to the other"));
                append(transaction, "one", advice("b", "to one"));
                return transaction;
            });
            assertChain(store, "one", 2);
            assertChain(store, "other", 1);
        }

        @Test
        void and_keeps_agents_apart() {
            Entry mine = append(store, "mine", advice("a", "mine"));
            Entry theirs = append(store, "theirs", advice("a", "theirs"));
            store.read(snapshot -> {
                assertThat(snapshot.entries("mine", 0, 10)).containsExactly(mine);
                assertThat(snapshot.entries("theirs", 0, 10)).containsExactly(theirs);
                assertThat(snapshot.newest("mine", FactKind.HEURISTIC, "a")).contains(mine);
                assertThat(snapshot.newest("theirs", FactKind.HEURISTIC, "a")).contains(theirs);
                assertThat(snapshot.newest("Mine", FactKind.HEURISTIC, "a")).isEmpty();
                return snapshot;
            });
        }

        @Test
        void and_lists_those_that_rewrite_the_past() {
            Entry first = next(Head.none(), lesson("a", 0, "as it was"), false);
            Entry second = next(first.head(), lesson("a", 1, "as it is"), true);
            Entry third = next(second.head(), lesson("b", 0, "another"), false);
            Entry fourth = next(third.head(), lesson("b", 1, "corrected too"), true);
            store.write(Set.of(AGENT), transaction -> {
                List.of(first, second, third, fourth).forEach(entry -> transaction.append(AGENT, entry));
                assertThat(transaction.rewrites(AGENT)).containsExactly(second, fourth);
                return transaction;
            });
            append(store, "another agent", advice("a", "nothing rewritten"));
            store.read(snapshot -> {
                assertThat(snapshot.rewrites(AGENT)).containsExactly(second, fourth);
                assertThat(snapshot.rewrites("another agent")).isEmpty();
                return snapshot;
            });
        }
    }

    @Nested
    @DisplayName("lists")
    class Listing {
        @Test
        void facts_after_a_position() {
            List<Entry> all = appendMany(store, AGENT, 25);
            store.read(snapshot -> {
                assertThat(snapshot.entries(AGENT, 0, 10)).isEqualTo(all.subList(0, 10));
                assertThat(snapshot.entries(AGENT, 10, 10)).isEqualTo(all.subList(10, 20));
                assertThat(snapshot.entries(AGENT, 20, 10)).isEqualTo(all.subList(20, 25));
                assertThat(snapshot.entries(AGENT, 24, 1)).containsExactly(all.get(24));
                assertThat(snapshot.entries(AGENT, 25, 10)).isEmpty();
                assertThat(snapshot.entries(AGENT, Long.MAX_VALUE, 10)).isEmpty();
                assertThat(snapshot.entries(AGENT, 0, 0)).isEmpty();
                assertThat(snapshot.entries(AGENT, 0, Integer.MAX_VALUE)).isEqualTo(all);
                return snapshot;
            });
        }

        @Test
        void all_facts_however_long_they_are() {
            int count = 6;
            String text = "é".repeat(2_000_000);
            for (int i = 0; i < count; i++) {
                append(store, AGENT, transcript("long " + i, text));
            }
            assertChain(store, AGENT, count);
        }

        @Test
        void agents_by_code_point() {
            List<String> names = List.of(
                    "b", "a", "B", "é", "ｅ", "\uffe5", "\ud83d\ude00", "a b", "z", "aa", "ﬀ", "\ud840\udc00", "日本");
            names.forEach(name -> append(store, name, advice("a", "one")));
            List<String> sorted = names.stream().sorted(BY_CODE_POINT).toList();
            store.read(snapshot -> {
                assertThat(snapshot.agents("", 100)).isEqualTo(sorted);
                assertThat(snapshot.agents("", 3)).isEqualTo(sorted.subList(0, 3));
                assertThat(snapshot.agents(sorted.get(2), 3)).isEqualTo(sorted.subList(3, 6));
                assertThat(snapshot.agents("ﬀﬀ", 100)).containsExactly("ｅ", "\uffe5", "\ud83d\ude00", "\ud840\udc00");
                assertThat(snapshot.agents(sorted.get(sorted.size() - 1), 3)).isEmpty();
                assertThat(snapshot.agents("", 0)).isEmpty();
                return snapshot;
            });
        }
    }

    @Nested
    @DisplayName("keeps text and bytes")
    class Text {
        @ParameterizedTest(name = "case {index}")
        @ValueSource(
                strings = {
                    "plain",
                    "it's \"quoted\"; DROP TABLE facts; --",
                    "%_?\\$:name",
                    "emoji 😀 family 👩‍👩‍👧‍👦 flag 🇩🇪",
                    "combining e\u0301 and composed \u00e9",
                    "right to left: שלום العربية",
                    "\u202eoverride\u202c and \u200bzero width",
                    "日本語 ﬀ ｆｕｌｌ",
                    "  blanks  ",
                    "İstanbul ı ß ẞ"
                })
        void of_every_script(String text) {
            Entry entry = append(store, text, advice(text, text));
            Row row = Row.of(Table.KEYS, text, text, text, "h", text, text);
            checkpoint(store, text, 1, false, row);
            store.read(snapshot -> {
                assertThat(snapshot.entries(text, 0, 10)).containsExactly(entry);
                assertThat(snapshot.newest(text, FactKind.HEURISTIC, text)).contains(entry);
                assertThat(snapshot.agents("", 10)).containsExactly(text);
                assertThat(snapshot.row(text, Table.KEYS, text)).contains(row);
                assertThat(snapshot.rows(text, Table.KEYS, "", 10)).containsExactly(row);
                return snapshot;
            });
        }

        @Test
        void without_taking_one_way_of_writing_for_another() {
            append(store, AGENT, advice("\u00e9", "composed"));
            append(store, AGENT, advice("e\u0301", "combined"));
            append(store, AGENT, advice("E\u0301", "capital"));
            append(store, AGENT, advice(" \u00e9", "with a blank"));
            assertChain(store, AGENT, 4);
        }

        @Test
        void of_several_megabytes() {
            String text = "längerer Text mit 😀 ".repeat(200_000);
            Entry entry = append(store, AGENT, transcript("long", text));
            Row row = Row.of(Table.KEYS, "k", "1", text, "h", "", "");
            checkpoint(store, AGENT, 1, false, row);
            store.read(snapshot -> {
                assertThat(snapshot.newest(AGENT, FactKind.LESSON, "long")).contains(entry);
                assertThat(snapshot.row(AGENT, Table.KEYS, "k")).contains(row);
                return snapshot;
            });
        }

        @Test
        void down_to_the_last_bit() {
            byte[] every = new byte[256];
            IntStream.range(0, 256).forEach(i -> every[i] = (byte) i);
            Entry entry = store.write(Set.of(AGENT), transaction -> {
                Entry next = Entry.next(Head.none(), advice("a", "one"), false, NOW, every);
                transaction.append(AGENT, next);
                return next;
            });
            assertThat(store.<Optional<Entry>>read(snapshot -> snapshot.newest(AGENT, FactKind.HEURISTIC, "a")))
                    .contains(entry);
        }

        @ParameterizedTest
        @ValueSource(strings = {"1970-01-01T00:00:00Z", "1969-07-20T20:17:40.001Z", "9999-12-31T23:59:59.999Z"})
        void and_times_to_the_millisecond(String time) {
            Entry entry = store.write(Set.of(AGENT), transaction -> {
                Entry next = Entry.next(Head.none(), advice("a", "one"), false, Instant.parse(time), new byte[0]);
                transaction.append(AGENT, next);
                return next;
            });
            assertThat(store.<List<Entry>>read(snapshot -> snapshot.entries(AGENT, 0, 1)))
                    .containsExactly(entry);
        }

        @ParameterizedTest(name = "case {index}")
        @ValueSource(
                strings = {"a NUL \0 inside", "half a pair \ud83d", "the other half \ude00", "noncharacter \uffff"})
        void but_what_stores_disagree_about_never_gets_there(String text) {
            assertThatThrownBy(() -> CleanText.transcript("content", text)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> Evaluation.of(AGENT, text)).isInstanceOf(InvalidValueException.class);
            assertThatThrownBy(() -> Evaluation.of(AGENT, "t").suggest(text)).isInstanceOf(InvalidValueException.class);
        }
    }

    @Nested
    @DisplayName("keeps a checkpoint")
    class Checkpoints {
        @ParameterizedTest
        @EnumSource(Table.class)
        void whose_rows_come_back_as_they_were(Table table) {
            Random random = new Random(table.ordinal());
            append(store, AGENT, advice("a", "one"));
            List<Row> rows = Stream.of("k1", "k2", "k3", "k4", "k5")
                    .map(key -> anyRow(table, key, random))
                    .toList();
            checkpoint(store, AGENT, 1, false, rows.toArray(Row[]::new));
            store.read(snapshot -> {
                rows.forEach(
                        row -> assertThat(snapshot.row(AGENT, table, row.key())).contains(row));
                assertThat(snapshot.row(AGENT, table, "k9")).isEmpty();
                assertThat(snapshot.row("another agent", table, "k1")).isEmpty();
                assertThat(snapshot.rows(AGENT, table, "", 10)).isEqualTo(inOrder(rows));
                assertThat(snapshot.rows("another agent", table, "", 10)).isEmpty();
                return snapshot;
            });
        }

        @ParameterizedTest
        @EnumSource(Table.class)
        void whose_rows_replace_those_with_the_same_key(Table table) {
            Random random = new Random(table.ordinal());
            append(store, AGENT, advice("a", "one"));
            Row old = anyRow(table, "k1", random);
            Row other = anyRow(table, "k2", random);
            Row twice = anyRow(table, "k3", random);
            Row replaced = anyRow(table, "k1", random);
            Row last = anyRow(table, "k3", random);
            checkpoint(store, AGENT, 1, false, old, other);
            checkpoint(store, AGENT, 1, false, replaced, twice, last);
            store.read(snapshot -> {
                assertThat(snapshot.row(AGENT, table, "k1")).contains(replaced);
                assertThat(snapshot.row(AGENT, table, "k3")).contains(last);
                assertThat(snapshot.rows(AGENT, table, "", 10)).isEqualTo(inOrder(List.of(replaced, other, last)));
                return snapshot;
            });
        }

        @ParameterizedTest
        @EnumSource(Table.class)
        void whose_rows_are_listed_page_by_page_in_order(Table table) {
            Random random = new Random(table.ordinal());
            append(store, AGENT, advice("a", "one"));
            append(store, "another agent", advice("a", "one"));
            List<Row> rows = IntStream.range(0, 40)
                    .mapToObj(i -> anyRow(table, (i % 2 == 0 ? "\ud83d\ude00" : "\uffe5") + i, random))
                    .toList();
            checkpoint(store, AGENT, 1, false, rows.toArray(Row[]::new));
            checkpoint(store, "another agent", 1, false, anyRow(table, "theirs", random));
            List<Row> listed = new ArrayList<>();
            store.read(snapshot -> {
                List<Row> page = snapshot.rows(AGENT, table, "", 7);
                while (!page.isEmpty()) {
                    assertThat(page).hasSizeLessThanOrEqualTo(7);
                    listed.addAll(page);
                    page = snapshot.rows(
                            AGENT, table, listed.get(listed.size() - 1).order(), 7);
                }
                assertThat(snapshot.rows(AGENT, table, "", 0)).isEmpty();
                return snapshot;
            });
            assertThat(listed).isEqualTo(inOrder(rows));
        }

        @Test
        void at_a_position_that_only_moves_forward() {
            appendMany(store, AGENT, 5);
            assertThat(checkpointOf(store)).isZero();
            checkpoint(store, AGENT, 3, false);
            assertThat(checkpointOf(store)).isEqualTo(3);
            checkpoint(store, AGENT, 3, true);
            checkpoint(store, AGENT, 5, false);
            assertThat(checkpointOf(store)).isEqualTo(5);
            assertRefused(store, transaction -> transaction.checkpoint(AGENT, 4, false, List.of()));
            assertRefused(store, transaction -> transaction.checkpoint(AGENT, 4, true, List.of()));
            assertRefused(store, transaction -> transaction.checkpoint(AGENT, 6, false, List.of()));
            assertThat(checkpointOf(store)).isEqualTo(5);
        }

        @Test
        void together_with_the_facts_that_it_stands_on() {
            Row row = Row.of(Table.DECISIONS, "s", "applied");
            store.write(Set.of(AGENT), transaction -> {
                Entry entry = append(transaction, AGENT, advice("a", "one"));
                transaction.checkpoint(AGENT, entry.position(), false, List.of(row));
                assertThat(transaction.checkpoint(AGENT)).isEqualTo(1);
                assertThat(transaction.row(AGENT, Table.DECISIONS, "s")).contains(row);
                assertThat(transaction.rows(AGENT, Table.DECISIONS, "", 10)).containsExactly(row);
                return entry;
            });
            assertThat(checkpointOf(store)).isEqualTo(1);
        }

        @Test
        void that_can_begin_anew() {
            append(store, AGENT, advice("a", "one"));
            append(store, "another agent", advice("a", "one"));
            Random random = new Random(1);
            for (Table table : Table.values()) {
                checkpoint(store, AGENT, 1, false, anyRow(table, "old", random), anyRow(table, "kept", random));
                checkpoint(store, "another agent", 1, false, anyRow(table, "old", random));
            }
            Row kept = Row.of(Table.DECISIONS, "kept", "dismissed");
            checkpoint(store, AGENT, 1, true, kept);
            store.read(snapshot -> {
                for (Table table : Table.values()) {
                    assertThat(snapshot.row(AGENT, table, "old")).isEmpty();
                    assertThat(snapshot.rows(AGENT, table, "", 10))
                            .isEqualTo(table == Table.DECISIONS ? List.of(kept) : List.of());
                    assertThat(snapshot.rows("another agent", table, "", 10)).hasSize(1);
                }
                assertThat(snapshot.entries(AGENT, 0, 10)).hasSize(1);
                return snapshot;
            });
        }

        @Test
        void of_the_agents_of_the_work_only() {
            append(store, "somebody else", advice("a", "one"));
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.write(Set.of(AGENT), transaction -> {
                        transaction.checkpoint("somebody else", 1, false, List.of());
                        return transaction;
                    }));
            assertThat(store.<Long>read(snapshot -> snapshot.checkpoint("somebody else")))
                    .isZero();
        }

        @Test
        void of_many_rows_at_once() {
            append(store, AGENT, advice("a", "one"));
            List<Row> rows = new ArrayList<>();
            for (int i = 0; i < 5_000; i++) {
                rows.add(Row.of(Table.KEYS, "key " + i, "place " + i, "text " + i, "h", "t", "r"));
                rows.add(Row.of(Table.DECISIONS, "suggestion " + i, "applied"));
            }
            checkpoint(store, AGENT, 1, false, rows.toArray(Row[]::new));
            store.read(snapshot -> {
                assertThat(snapshot.rows(AGENT, Table.KEYS, "", 10_000)).hasSize(5_000);
                assertThat(snapshot.rows(AGENT, Table.DECISIONS, "", 10_000)).hasSize(5_000);
                return snapshot;
            });
        }
    }

    @Nested
    @DisplayName("does both or neither")
    class Atomic {
        @Test
        void when_a_work_throws() {
            append(store, AGENT, advice("before", "one"));
            IllegalArgumentException failure = new IllegalArgumentException("the work fails");
            assertThatThrownBy(() -> store.write(Set.of(AGENT, "newcomer"), transaction -> {
                        Entry entry = append(transaction, AGENT, advice("a", "one"));
                        append(transaction, "newcomer", advice("a", "one"));
                        transaction.checkpoint(
                                AGENT, entry.position(), false, List.of(Row.of(Table.DECISIONS, "s", "applied")));
                        throw failure;
                    }))
                    .isSameAs(failure);
            store.read(snapshot -> {
                assertThat(snapshot.agents("", 10)).containsExactly(AGENT);
                assertThat(snapshot.newest(AGENT, FactKind.HEURISTIC, "a")).isEmpty();
                assertThat(snapshot.checkpoint(AGENT)).isZero();
                assertThat(snapshot.row(AGENT, Table.DECISIONS, "s")).isEmpty();
                return snapshot;
            });
            append(store, AGENT, advice("a", "one"));
            append(store, "newcomer", advice("a", "one"));
            assertChain(store, AGENT, 2);
        }

        @Test
        void when_a_work_ends_in_an_error() {
            AssertionError error = new AssertionError("the work is wrong");
            assertThatThrownBy(() -> store.write(Set.of(AGENT), transaction -> {
                        append(transaction, AGENT, advice("a", "one"));
                        throw error;
                    }))
                    .isSameAs(error);
            assertChain(store, AGENT, 0);
        }

        @Test
        void when_others_succeed_at_the_same_time() throws Exception {
            int tries = 40;
            AtomicInteger committed = new AtomicInteger();
            together(thread -> {
                Random random = new Random(thread);
                for (int i = 0; i < tries; i++) {
                    boolean fails = random.nextInt(3) == 0;
                    String id = thread + "-" + i;
                    try {
                        store.write(Set.of(AGENT), transaction -> {
                            append(transaction, AGENT, advice(id, "one of two"));
                            append(transaction, AGENT, advice(id + "b", "two of two"));
                            if (fails) {
                                throw new IllegalArgumentException("on purpose");
                            }
                            return id;
                        });
                        committed.addAndGet(2);
                    } catch (IllegalArgumentException expected) {
                        assertThat(fails).isTrue();
                    }
                }
                return thread;
            });
            assertChain(store, AGENT, committed.get());
        }

        @Test
        void and_a_transaction_begins_no_other() {
            assertThatIllegalStateException()
                    .isThrownBy(() -> store.write(
                            Set.of(AGENT), transaction -> store.write(Set.of("other"), inner -> inner.head("other"))));
            append(store, AGENT, advice("a", "one"));
            assertChain(store, AGENT, 1);
        }
    }

    @Nested
    @DisplayName("that is opened again")
    class Reopened {
        @Test
        void has_all_that_was_acknowledged() throws Exception {
            List<Entry> entries = appendMany(store, AGENT, 20);
            Row row = Row.of(Table.DECISIONS, "s", "applied");
            checkpoint(store, AGENT, 20, false, row);
            store.close();
            Store second = openAgain();
            second.read(snapshot -> {
                assertThat(snapshot.entries(AGENT, 0, 100)).isEqualTo(entries);
                assertThat(snapshot.checkpoint(AGENT)).isEqualTo(20);
                assertThat(snapshot.row(AGENT, Table.DECISIONS, "s")).contains(row);
                return snapshot;
            });
            append(second, AGENT, advice("later", "more"));
            assertChain(second, AGENT, 21);
            assertThat(second.damage()).isEmpty();
        }

        @Test
        void while_it_is_open_shows_each_what_the_other_commits() throws Exception {
            Store one = store;
            Store other = openAgain();
            for (int i = 0; i < 10; i++) {
                Entry byOne = append(one, AGENT, advice("one " + i, "by one"));
                assertThat(head(other)).isEqualTo(byOne.head());
                Entry byOther = append(other, AGENT, advice("other " + i, "by the other"));
                assertThat(head(one)).isEqualTo(byOther.head());
            }
            one.close();
            append(other, AGENT, advice("alone", "by the other"));
            assertChain(other, AGENT, 21);
        }

        @Test
        void while_others_write_loses_nothing() throws Exception {
            Store one = store;
            Store other = openAgain();
            together(thread -> {
                for (int i = 0; i < 20; i++) {
                    append(thread % 2 == 0 ? one : other, AGENT, advice(thread + "-" + i, "by one of two"));
                }
                return thread;
            });
            assertChain(one, AGENT, 20 * THREADS);
            assertChain(other, AGENT, 20 * THREADS);
        }
    }

    @Nested
    @DisplayName("that has a version")
    class Version {
        @Test
        void has_another_one_after_each_commit_of_its_own_and_of_others() throws Exception {
            assumeTrue(store.version().isPresent(), "skipped: this store has no version");
            Store other = openAgain();
            OptionalLong before = store.version();
            assertThat(store.version()).isEqualTo(before);

            append(store, AGENT, advice("a", "Check the order status first."));
            OptionalLong own = store.version();
            append(other, "another-bot", advice("b", "Ask for the order number."));

            assertThat(own).isNotEqualTo(before);
            assertThat(store.version()).isPresent().isNotEqualTo(own);
        }

        @Test
        void keeps_it_while_others_read() throws Exception {
            assumeTrue(store.version().isPresent(), "skipped: this store has no version");
            append(store, AGENT, advice("a", "Check the order status first."));
            OptionalLong before = store.version();

            head(openAgain());

            assertThat(store.version()).isEqualTo(before);
        }
    }

    @Nested
    @DisplayName("that many use at once")
    class Concurrent {
        @Test
        void records_the_same_fact_once() throws Exception {
            for (int round = 0; round < 10; round++) {
                String id = "the same " + round;
                List<Boolean> appended = together(thread -> store.<Boolean>write(Set.of(AGENT), transaction -> {
                    if (transaction.newest(AGENT, FactKind.HEURISTIC, id).isPresent()) {
                        return false;
                    }
                    append(transaction, AGENT, advice(id, "by one of sixteen"));
                    return true;
                }));
                assertThat(appended).containsOnlyOnce(true).hasSize(THREADS);
            }
            assertChain(store, AGENT, 10);
        }

        @Test
        void lets_nobody_in_between_reading_and_appending() throws Exception {
            int each = 30;
            together(thread -> {
                for (int i = 0; i < each; i++) {
                    store.write(Set.of(AGENT), transaction -> {
                        long count = transaction
                                .row(AGENT, Table.LESSONS, "count")
                                .map(row -> row.whole(1))
                                .orElse(0L);
                        Entry entry = append(transaction, AGENT, advice("count " + (count + 1), "one more"));
                        Row row = Row.of(Table.LESSONS, "count", count + 1, "", 0L, "", "");
                        transaction.checkpoint(AGENT, entry.position(), false, List.of(row));
                        return count;
                    });
                }
                return thread;
            });
            assertChain(store, AGENT, each * THREADS);
            assertThat(store.<Optional<Row>>read(snapshot -> snapshot.row(AGENT, Table.LESSONS, "count"))
                            .map(row -> row.whole(1)))
                    .contains((long) each * THREADS);
        }

        @Test
        void shows_each_reader_one_state() throws Exception {
            AtomicBoolean written = new AtomicBoolean();
            together(thread -> {
                if (thread == 0) {
                    for (int i = 0; i < 150; i++) {
                        store.write(Set.of("left", "right"), transaction -> {
                            append(
                                    transaction,
                                    "left",
                                    advice("a" + transaction.head("left").position(), "left"));
                            append(
                                    transaction,
                                    "right",
                                    advice("a" + transaction.head("right").position(), "right"));
                            return transaction;
                        });
                    }
                    written.set(true);
                }
                do {
                    store.read(snapshot -> {
                        Head left = snapshot.head("left");
                        Thread.yield();
                        assertThat(snapshot.head("right").position()).isEqualTo(left.position());
                        assertThat(snapshot.entries("left", 0, Integer.MAX_VALUE))
                                .hasSize((int) left.position());
                        assertThat(snapshot.head("left")).isEqualTo(left);
                        return left;
                    });
                } while (thread < 4 && !written.get());
                return thread;
            });
            assertChain(store, "left", 150);
        }

        @Test
        void serves_many_agents() throws Exception {
            together(thread -> {
                for (int i = 0; i < 20; i++) {
                    append(store, "agent " + thread, advice("a" + i, "mine"));
                }
                return thread;
            });
            for (int thread = 0; thread < THREADS; thread++) {
                assertChain(store, "agent " + thread, 20);
            }
            assertThat(store.<List<String>>read(snapshot -> snapshot.agents("", 100)))
                    .hasSize(THREADS);
        }
    }

    private static Fact advice(String id, String text) {
        return new HeuristicSet(id, "key", text);
    }

    private static Fact lesson(String id, int revision, String suggestion) {
        return new LessonKept(
                Evaluation.of(AGENT, "task")
                        .id(id)
                        .revision(revision)
                        .suggest(suggestion)
                        .build(),
                Source.LOCAL);
    }

    private static Fact transcript(String id, String text) {
        Message said = Message.of(Role.USER, text);
        return new LessonKept(
                Evaluation.of(AGENT, "task")
                        .id(id)
                        .conversation(new Conversation(List.of(said), List.of()))
                        .build(),
                Source.LOCAL);
    }

    private static Entry next(Head head, Fact fact, boolean rewrites) {
        return Entry.next(head, fact, rewrites, NOW, new byte[] {1, 2, 3});
    }

    private static Entry append(Transaction transaction, String agent, Fact fact) {
        Entry entry = next(transaction.head(agent), fact, false);
        transaction.append(agent, entry);
        return entry;
    }

    private static Entry append(Store store, String agent, Fact fact) {
        return store.write(Set.of(agent), transaction -> append(transaction, agent, fact));
    }

    private static List<Entry> appendMany(Store store, String agent, int count) {
        return store.write(
                Set.of(agent),
                transaction -> IntStream.range(0, count)
                        .mapToObj(i -> append(transaction, agent, advice("fact " + i, "text " + i)))
                        .toList());
    }

    private static void checkpoint(Store store, String agent, long position, boolean anew, Row... rows) {
        store.write(Set.of(agent), transaction -> {
            transaction.checkpoint(agent, position, anew, Arrays.asList(rows));
            return transaction;
        });
    }

    private static long checkpointOf(Store store) {
        return store.<Long>read(snapshot -> snapshot.checkpoint(AGENT));
    }

    private static Head head(Store store) {
        return store.read(snapshot -> snapshot.head(AGENT));
    }

    private static List<Row> inOrder(List<Row> rows) {
        return rows.stream()
                .sorted((one, other) -> BY_CODE_POINT.compare(one.order(), other.order()))
                .toList();
    }

    /** A row with a key and anything, with the edges of each type among it. */
    private static Row anyRow(Table table, String key, Random random) {
        Object[] values = table.columns().stream()
                .map(column -> switch (column.type()) {
                    case TEXT -> random.nextInt(4) == 0 ? "" : "text " + random.nextInt() + " 😀";
                    case WHOLE -> pick(random, 0L, -1L, Long.MIN_VALUE, Long.MAX_VALUE, random.nextLong());
                    case REAL -> pick(random, 0.0, -0.5, Double.MIN_VALUE, Double.MAX_VALUE, random.nextDouble());
                    case BYTES -> pick(random, new byte[0], new byte[] {0, -1, 127}, bytes(random));
                })
                .toArray();
        values[table.order()] = "order " + random.nextInt(1 << 30);
        values[0] = key;
        return Row.of(table, values);
    }

    private static Object pick(Random random, Object... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(5_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static void assertRefused(Store store, java.util.function.Consumer<Transaction> work) {
        assertThatIllegalStateException()
                .isThrownBy(() -> store.write(Set.of(AGENT), transaction -> {
                    work.accept(transaction);
                    return transaction;
                }));
    }

    /** Reads a whole journal page by page: it has so many facts, and each follows the one before it. */
    private static void assertChain(Store store, String agent, long facts) {
        store.read(snapshot -> {
            Head head = Head.none();
            List<Entry> page = snapshot.entries(agent, 0, 100);
            while (!page.isEmpty()) {
                for (Entry entry : page) {
                    assertThat(entry.follows(head)).as("%s follows", entry).isTrue();
                    head = entry.head();
                }
                page = snapshot.entries(agent, head.position(), 100);
            }
            assertThat(head.position()).isEqualTo(facts);
            assertThat(snapshot.head(agent)).isEqualTo(head);
            return head;
        });
    }

    private interface Part<T> {
        T run(int thread) throws Exception;
    }

    /** Runs the parts of sixteen threads at once; what one of them throws is thrown. */
    private static <T> List<T> together(Part<T> part) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            CountDownLatch start = new CountDownLatch(THREADS);
            List<Future<T>> running = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                int thread = i;
                Callable<T> task = () -> {
                    start.countDown();
                    start.await();
                    return part.run(thread);
                };
                running.add(threads.submit(task));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : running) {
                results.add(future.get(50, TimeUnit.SECONDS));
            }
            return results;
        } catch (ExecutionException failed) {
            throw new AssertionError("one of the threads failed", failed.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
