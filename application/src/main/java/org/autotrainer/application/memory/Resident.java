package org.autotrainer.application.memory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Head;
import org.autotrainer.application.port.Row;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.application.port.Table;
import org.autotrainer.application.port.Transaction;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.domain.journal.Decided;
import org.autotrainer.domain.journal.EncodedFact;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.learning.Evidence;
import org.autotrainer.domain.learning.Part;
import org.autotrainer.domain.memory.AgentMemory;
import org.autotrainer.domain.memory.Answer;
import org.autotrainer.domain.memory.Heuristic;
import org.autotrainer.domain.memory.KeptLesson;
import org.autotrainer.domain.memory.Prepared;
import org.autotrainer.domain.memory.Settings;
import org.autotrainer.domain.memory.Slot;

/**
 * The memory of one agent as this process holds it, with the head of the journal that it stands on.
 *
 * <p>Valid only inside the work for which {@link Memories} gave it out, which holds its lock.
 */
public final class Resident {
    private static final int PAGE = 1_000;
    private static final int FLUSH = 20_000;

    private final String agent;
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private Changes changes = new Changes();
    private AgentMemory memory;
    private Head head = Head.none();
    private boolean loaded;
    private boolean suspect;
    /** The version of the store at which it was last found to know all that was committed. */
    private volatile OptionalLong known = OptionalLong.empty();

    private volatile boolean wasRead;
    private long checkpointed;
    private boolean anew;
    private boolean partial;

    Resident(String agent) {
        this.agent = agent;
        memory = new AgentMemory(agent, changes);
    }

    /** What stands in the journal after an append, and what it led to. */
    public record Appended(Entry entry, Answer answer) {}

    /** What the agent has learned. */
    public AgentMemory memory() {
        return memory;
    }

    /** The position of the journal that the memory stands at. */
    public long position() {
        return head.position();
    }

    /** Appends a fact to the journal and learns it. */
    public Appended append(Transaction transaction, Fact fact, Instant at) {
        return append(transaction, Draft.of(agent, fact), at);
    }

    /** Appends a fact that is worked out already, and learns it. */
    Appended append(Transaction transaction, Draft draft, Instant at) {
        loaded = false;
        Answer answer = memory.fold(head.position() + 1, at, draft.prepared());
        Entry entry = Entry.next(head, draft.encoded(), false, at, ShortAnswer.of(answer));
        transaction.append(agent, entry);
        head = entry.head();
        loaded = true;
        return new Appended(entry, answer);
    }

    /** A fact that stands in the journal already, and what it teaches. */
    record Written(Entry entry, Prepared prepared) {}

    /** Learns facts that were appended to the journal, whose head was the given one before. */
    void learn(Transaction transaction, Head before, List<Written> facts) {
        if (!loaded || !head.equals(before)) {
            bringUpTo(transaction, true); // somebody else has loaded it anew meanwhile
            return;
        }
        loaded = false;
        for (Written fact : facts) {
            Entry entry = fact.entry();
            memory.fold(entry.position(), entry.recordedAt(), fact.prepared());
            head = entry.head();
        }
        loaded = true;
    }

    /** Appends a fact that corrects an older one, and learns everything anew with the corrected fact in its place. */
    Appended revise(Transaction transaction, Draft draft, Instant at) {
        loaded = false;
        EncodedFact fact = draft.encoded();
        Entry provisional = Entry.next(head, fact, true, at, new byte[0]);
        List<Entry> rewrites = new ArrayList<>(transaction.rewrites(agent));
        rewrites.add(provisional);
        History history = History.amended(transaction, agent, Amendments.of(agent, rewrites));
        Answer answer = fold(transaction, history, Optional.of(provisional));
        Entry entry = Entry.next(head, fact, true, at, ShortAnswer.of(answer));
        transaction.append(agent, entry);
        head = entry.head();
        loaded = true;
        return new Appended(entry, answer);
    }

    /**
     * Appends a fact that changes the past, and takes over a fold that has it in already; folds anew if others have changed the
     * past meanwhile, or if this is tried once more after a commit that failed.
     */
    void adopt(Transaction transaction, Draft draft, Instant at, Aside aside) {
        if (!aside.take() || !aside.catchUp(transaction)) {
            revise(transaction, draft, at);
            return;
        }
        loaded = false;
        Entry entry = Entry.next(aside.head(), draft.encoded(), true, at, new byte[0]);
        transaction.append(agent, entry);
        changes = aside.changes();
        start(aside.memory());
        anew = true;
        head = entry.head();
        loaded = true;
    }

    /** Readers share it; whoever changes the memory has it alone. */
    ReentrantReadWriteLock lock() {
        return lock;
    }

    boolean hasChanges() {
        return loaded && (anew || partial || changes.size() > 0);
    }

    /** Says that a transaction failed: what it told this memory may never have been committed. */
    void suspect() {
        suspect = true;
    }

    /** Whether the memory need not be brought up to the head of the journal that a reader sees. */
    boolean isUpTo(Head now) {
        return isSound() && (head.equals(now) || head.position() > now.position());
    }

    /** Whether it was read before: the second time it is worth asking for the version of the store. */
    boolean wasRead() {
        return wasRead;
    }

    /** Whether it was up to the journal at this version of the store, and nothing was committed since. */
    boolean isOf(OptionalLong version) {
        return version.isPresent() && version.equals(known);
    }

    /** Whether it is whole, and knows all that was committed at this version of the store. */
    boolean isUpTo(OptionalLong version) {
        return isSound() && isOf(version);
    }

    /** Notes that it is up to the journal at a version of the store, which was asked for before the head of the journal. */
    void readAt(OptionalLong version) {
        wasRead = true;
        if (version.isPresent() && !version.equals(known)) {
            known = version;
        }
    }

    private boolean isSound() {
        return loaded && !suspect;
    }

    /** Whether the memory is exactly what a view shows. */
    boolean isAt(Snapshot snapshot) {
        return isSound() && head.equals(snapshot.head(agent));
    }

    /**
     * Brings the memory up to the head of the journal.
     *
     * @param exactly whether a memory that is ahead of this view is wrong; a reader's view may be older
     */
    void bringUpTo(Snapshot snapshot, boolean exactly) {
        Head now = snapshot.head(agent);
        if (loaded) {
            boolean ahead = head.position() > now.position();
            if (head.equals(now) || (ahead && !exactly && !suspect)) {
                suspect = suspect && ahead;
                return;
            }
            if (head.position() < now.position() && foldTail(snapshot)) {
                return;
            }
        }
        load(snapshot);
        loaded = true;
        suspect = false;
    }

    /** Whether there is something for a checkpoint: as many changes as that, or the rest of a fold. */
    boolean isDue(int atLeast) {
        Lock reading = lock.readLock();
        reading.lock();
        try {
            return anew || partial || changes.size() >= atLeast;
        } finally {
            reading.unlock();
        }
    }

    /** Writes the changes into the checkpoint, if there are as many as that, or if some of a fold were written already. */
    void checkpoint(Transaction transaction, int atLeast) {
        if (transaction.checkpoint(agent) < checkpointed) {
            foldAnew(transaction);
        }
        if (anew || partial || changes.size() >= atLeast) {
            transaction.checkpoint(agent, head.position(), anew, changes.drain(memory));
            checkpointed = head.position();
            anew = false;
            partial = false;
        }
    }

    /** Learns everything anew from the first fact. */
    void foldAnew(Snapshot snapshot) {
        Head end = snapshot.head(agent);
        fold(snapshot, History.of(snapshot, agent), Optional.empty());
        head = end;
    }

    private Answer fold(Snapshot snapshot, History history, Optional<Entry> asked) {
        changes = new Changes();
        start(new AgentMemory(agent, history.labels(), changes));
        anew = true;
        long last = snapshot.head(agent).position();
        Answer answer = Answer.NOTHING;
        while (history.hasNext()) {
            History.Event event = history.next();
            Answer given = memory.fold(event.position(), event.entry().recordedAt(), event.fact());
            if (asked.filter(event.entry()::equals).isPresent()) {
                answer = given;
            }
            if (changes.size() > FLUSH && snapshot instanceof Transaction transaction) {
                transaction.checkpoint(agent, last, anew, changes.drain(memory));
                anew = false;
                partial = true;
                checkpointed = last;
            }
        }
        return answer;
    }

    private void start(AgentMemory fresh) {
        memory = fresh;
        known = OptionalLong.empty(); // it may be of an older view
        checkpointed = 0;
        anew = false;
        partial = false;
    }

    private void load(Snapshot snapshot) {
        long position = snapshot.checkpoint(agent);
        List<Entry> rewrites = snapshot.rewrites(agent);
        if (position == 0
                || (!rewrites.isEmpty() && rewrites.get(rewrites.size() - 1).position() > position)) {
            foldAnew(snapshot);
            anew = anew && head.position() > 0;
            return;
        }
        List<Heuristic> heuristics = new ArrayList<>();
        eachRow(snapshot, Table.HEURISTICS, row -> heuristics.add(Rows.heuristic(row)));
        Map<String, Evidence> evidence = new HashMap<>();
        eachRow(snapshot, Table.EVIDENCE, row -> evidence.put(row.key(), Rows.evidence(row)));
        Map<String, String> members = new HashMap<>();
        eachRow(snapshot, Table.MEMBERS, row -> members.put(row.key(), row.text(1)));
        List<Part> parts = new ArrayList<>();
        eachRow(snapshot, Table.PARTS, row -> parts.add(Rows.part(row)));
        List<Slot> slots = new ArrayList<>();
        eachRow(snapshot, Table.SLOTS, row -> slots.add(Rows.slot(row)));
        Map<String, Decided.Decision> decisions = new HashMap<>();
        eachRow(snapshot, Table.DECISIONS, row -> decisions.put(row.key(), Rows.decision(row)));
        List<KeptLesson> lessons = new ArrayList<>();
        eachRow(snapshot, Table.LESSONS, row -> lessons.add(Rows.lesson(row)));
        List<Settings> settings = new ArrayList<>(List.of(Settings.PRESET));
        eachRow(snapshot, Table.SETTINGS, row -> settings.set(0, settings.get(0).with(Rows.setting(row))));
        changes = new Changes();
        start(AgentMemory.restored(
                agent,
                new AgentMemory.Kept(
                        heuristics,
                        evidence,
                        members,
                        Amendments.of(agent, rewrites).labels(),
                        parts,
                        slots,
                        decisions,
                        lessons,
                        settings.get(0)),
                changes));
        checkpointed = position;
        head = snapshot.entries(agent, position - 1, 1).get(0).head();
        if (!foldTail(snapshot)) {
            throw new AutoTrainerException(
                    Problem.STORE_UNUSABLE,
                    "the journal of agent " + agent + " is damaged after position " + head.position()
                            + "; try: autotrainer store check");
        }
    }

    /** Folds what came after the head; says no when that does not follow from it. */
    private boolean foldTail(Snapshot snapshot) {
        while (true) {
            List<Entry> tail = snapshot.entries(agent, head.position(), PAGE);
            if (tail.isEmpty()) {
                return true;
            }
            for (Entry entry : tail) {
                if (!entry.follows(head) || entry.rewrites()) {
                    return false;
                }
                memory.fold(entry.position(), entry.recordedAt(), entry.fact(agent));
                head = entry.head();
            }
        }
    }

    private void eachRow(Snapshot snapshot, Table table, java.util.function.Consumer<Row> action) {
        String after = "";
        for (List<Row> page = snapshot.rows(agent, table, after, PAGE);
                !page.isEmpty();
                page = snapshot.rows(agent, table, after, PAGE)) {
            page.forEach(action);
            after = page.get(page.size() - 1).order();
        }
    }
}
