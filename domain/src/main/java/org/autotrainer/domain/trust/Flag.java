package org.autotrainer.domain.trust;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** Something about a text that a reviewer should look at. */
public enum Flag {
    /** An address that something could be fetched from or sent to. */
    URL("It holds an address on the web."),
    /** A fence of Markdown. */
    CODE_FENCE("It holds a block of code."),
    /** A command, or a piece of one. */
    SHELL_LINE("It holds what looks like a command for a shell."),
    /** A long run of base64 or of hexadecimal digits. */
    LONG_BASE64("It holds a long run of encoded characters, which nobody can read."),
    /** Tags, comments or character references of HTML or XML. */
    MARKUP("It holds tags of HTML or XML."),
    /** Characters that show nothing, or another order than the text has. */
    HIDDEN_CHARACTERS("It holds characters that nobody sees."),
    /** Text that plays a speaker, a chat template, a call of a tool or the frame of a playbook. */
    ROLE_MARKER("It plays a speaker of the conversation, or the frame that advice is shown in."),
    /** Words that want other instructions to be ignored; many attacks use none of them. */
    OVERRIDE("It may tell the agent to ignore its instructions."),
    /** More than {@link Flags#LONG} characters. */
    LONG("It is longer than advice needs to be.");

    private final String word = name().toLowerCase(Locale.ROOT);
    private final String sentence;

    Flag(String sentence) {
        this.sentence = sentence;
    }

    /** The word on the wire and in stores. */
    public String word() {
        return word;
    }

    /** What it says to a reviewer. */
    public String sentence() {
        return sentence;
    }

    /**
     * The flag with the given word.
     *
     * @throws InvalidValueException if there is none
     */
    public static Flag of(String word) {
        for (Flag flag : values()) {
            if (flag.word.equals(word)) {
                return flag;
            }
        }
        throw new InvalidValueException("flag is \"" + word + "\"; allowed are "
                + Arrays.stream(values()).map(Flag::word).collect(Collectors.joining(", ")));
    }
}
