package org.autotrainer.adapters.cli.console;

import java.io.BufferedOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.autotrainer.adapters.cli.console.Surroundings.Stream;
import org.autotrainer.application.problem.AutoTrainerException;

/**
 * What a command speaks through: answers go to standard output, notes and problems to standard error.
 *
 * <p>All text passes {@link TerminalText}, but that of data sets and JSON, which is escaped only. Not thread-safe, apart from
 * {@link #note}.
 */
public final class Console {
    private static final String NAME = "autotrainer: ";
    private static final String WIPE = "\u001b[K";
    private static final int TERMINAL_WIDTH = 80;
    private static final int OTHER_WIDTH = 100;
    private static final int NARROWEST = 40;
    private static final int WIDEST = 240;

    private final Surroundings surroundings;
    private final StandardOutput standardOutput;
    private final PrintWriter out;
    private final PrintWriter err;
    private boolean passing;

    /** A console in its surroundings. */
    public Console(Surroundings surroundings) {
        this.surroundings = surroundings;
        this.standardOutput = new StandardOutput(surroundings.out());
        this.out = new PrintWriter(
                new OutputStreamWriter(new BufferedOutputStream(standardOutput, 1 << 16), StandardCharsets.UTF_8));
        this.err = new PrintWriter(new OutputStreamWriter(surroundings.err(), StandardCharsets.UTF_8), true);
    }

    /** Says a sentence of the answer. */
    public void say(String sentence) {
        line(TerminalText.line(sentence));
    }

    /** Shows a text of the answer as it stands, in its lines. */
    public void show(String text) {
        line(TerminalText.lines(text).stripTrailing());
    }

    /** Shows a table. */
    public void show(Table table) {
        table.render(width(), isBound(), isColoured()).forEach(this::line);
    }

    /** Writes a line of a data set; on a terminal, what it would obey is escaped. */
    public void data(String json) {
        line(isTerminal(Stream.OUT) ? Json.escaped(json) : json);
    }

    /** Answers with an object as one line of JSON. */
    public void json(Object object) {
        line(Json.line(object));
    }

    private void line(String line) {
        out.write(line);
        out.write('\n');
        standardOutput.check();
    }

    /** Tells the person something that is no part of the answer. */
    public void note(String sentence) {
        out.flush();
        wipe();
        err.write(NAME + TerminalText.line(sentence) + "\n");
        err.flush();
    }

    /** Writes a hint below a problem. */
    public void hint(String line) {
        err.write(TerminalText.line(line) + "\n");
        err.flush();
    }

    /** Writes where something was thrown, for those who mend the program. */
    public void trace(Throwable thrown) {
        thrown.printStackTrace(err);
    }

    /**
     * Writes what has been said so far.
     *
     * @throws AutoTrainerException if it cannot be written
     */
    public void flush() {
        out.flush();
        standardOutput.check();
    }

    /** Whether whoever read the answers has stopped reading. */
    public boolean isReaderGone() {
        return standardOutput.isReaderGone();
    }

    /** The writer of answers, for help texts. */
    public PrintWriter answers() {
        return out;
    }

    /** Shows a line that the next one overwrites. */
    synchronized void passing(String text) {
        passing = true;
        err.write("\r" + TerminalText.line(text) + WIPE);
        err.flush();
    }

    /** Wipes the line that would be overwritten. */
    synchronized void wipe() {
        if (passing) {
            passing = false;
            err.write("\r" + WIPE);
            err.flush();
        }
    }

    /** Standard input. */
    public InputStream input() {
        return surroundings.in();
    }

    /** Standard output, for a protocol that is spoken over it: nothing else may be said then but notes. */
    public OutputStream output() {
        return surroundings.out();
    }

    /** An environment variable; empty when it is not set. */
    public String variable(String name) {
        return surroundings.variable(name);
    }

    /** Whether a person sits at a stream. */
    public boolean isTerminal(Stream stream) {
        return surroundings.terminals().contains(stream);
    }

    /** Whether answers may be coloured: on a terminal that can, where nobody objects. */
    public boolean isColoured() {
        return isTerminal(Stream.OUT)
                && variable("NO_COLOR").isEmpty()
                && !variable("TERM").toLowerCase(Locale.ROOT).equals("dumb");
    }

    /** Whether lines end at the width: where a person sits, or somebody says how wide it is. */
    private boolean isBound() {
        return isTerminal(Stream.OUT) || variable("COLUMNS").matches("\\d{1,4}");
    }

    /** How many columns a line has. */
    public int width() {
        String columns = variable("COLUMNS");
        if (columns.matches("\\d{1,4}")) {
            return Math.max(NARROWEST, Math.min(WIDEST, Integer.parseInt(columns)));
        }
        return isTerminal(Stream.OUT) ? TERMINAL_WIDTH : OTHER_WIDTH;
    }
}
