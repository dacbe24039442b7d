package org.autotrainer.domain.learning;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Sums over all judged attempts of an agent. Working state of the fold. */
final class Totals implements InParts {
    private static final String NAME = "totals";

    private static final double CONFIDENT = .5;
    private static final double FEW = 5;
    private static final double TYPICAL = 0.3;
    private static final double LEAST = 0.05;

    private final Consumer<String> touch;
    private double trustTop = Tuning.TRUST_PRIOR;
    private double trustBottom = Tuning.TRUST_PRIOR;
    private double selfSum;
    private double selfCount;
    private double alarms;
    private double outcomesUsed;
    private double outcomesControl;
    private Ledger memory = Ledger.withoutBets();
    private double lastEffect;
    private double receipts;
    private double answered;
    private double tokens;

    Totals(Consumer<String> touch) {
        this.touch = touch;
    }

    /** Counts a receipt, with the tokens that it spent. */
    void received(int spent) {
        receipts++;
        tokens += spent;
        touch.accept(NAME);
    }

    /** Counts receipts that were answered. */
    void answered(int count) {
        answered += count;
        touch.accept(NAME);
    }

    Spending spending() {
        return new Spending((long) receipts, (long) answered, (long) tokens);
    }

    /** Takes in an outcome of an attempt with memory, or of a control. */
    void outcome(boolean used, double outcome, double residual) {
        double share = 1 - Tuning.CONTROL;
        memory.add(used, Tuning.CONTROL, residual - share * lastEffect, lastEffect);
        lastEffect = memory.interval().map(Interval::uplift).orElse(0.0);
        if (used) {
            outcomesUsed += outcome;
        } else {
            outcomesControl += outcome;
        }
        touch.accept(NAME);
    }

    /** Compares a belief with what a coin says: both were right if the sum of their products is that of the squares. */
    void compare(double coin, double residual, double belief) {
        trustTop += coin * residual * belief;
        trustBottom += coin * belief * (coin * belief);
    }

    double trust() {
        return Math.max(0, Math.min(1, trustTop / trustBottom));
    }

    void suggestedAgain(double coverage) {
        selfSum += coverage;
        selfCount++;
        touch.accept(NAME);
    }

    double typicalCoverage() {
        return selfCount < FEW ? TYPICAL : Math.max(LEAST, selfSum / selfCount);
    }

    /** Counts an alarm; says how many there were before. */
    long alarm() {
        touch.accept(NAME);
        return (long) alarms++;
    }

    Lift lift() {
        boolean enough = memory.out() > 0 && memory.weight() > CONFIDENT;
        return new Lift(
                enough ? memory.interval() : Optional.empty(),
                memory.in(),
                memory.out(),
                memory.in() == 0 ? 0 : outcomesUsed / memory.in(),
                memory.out() == 0 ? 0 : outcomesControl / memory.out());
    }

    @Override
    public boolean has(String name) {
        return name.equals(NAME);
    }

    @Override
    public List<String> names() {
        return List.of(NAME);
    }

    @Override
    public Part part(String name) {
        Numbers to = new Numbers()
                .add(trustTop)
                .add(trustBottom)
                .add(selfSum)
                .add(selfCount)
                .add(alarms)
                .add(outcomesUsed)
                .add(outcomesControl)
                .add(lastEffect)
                .add(receipts)
                .add(answered)
                .add(tokens);
        memory.write(to);
        return new Part(name, "", to.toArray());
    }

    @Override
    public void restore(Part part) {
        Numbers from = new Numbers(part.numbers());
        trustTop = from.next();
        trustBottom = from.next();
        selfSum = from.next();
        selfCount = from.next();
        alarms = from.next();
        outcomesUsed = from.next();
        outcomesControl = from.next();
        lastEffect = from.next();
        receipts = from.next();
        answered = from.next();
        tokens = from.next();
        memory = Ledger.read(from, false);
    }
}
