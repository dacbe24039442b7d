package org.autotrainer.application.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.autotrainer.domain.evaluation.Limits;
import org.autotrainer.domain.evaluation.Suggestion;

/**
 * Finds the advice in a critic's explanation: the sentences that say what to do, in English; the rest explains, and is no
 * advice.
 *
 * <p>A sentence is advice if it begins with a verb that tells to do something, or says what should, must or needs to be
 * done, or what to do next time or instead.
 */
final class CriticAdvice {
    private static final int MOST = 5;
    /** A shorter sentence tells too little to be of use. */
    private static final int SHORTEST = 12;

    private static final Pattern END = Pattern.compile("(?<=[.!?])\\s+(?=\\p{Lu})|\\n+");
    private static final Pattern BEGINNING = Pattern.compile("(?:please |first |also |and |then |next, )*(?:"
            + "(?:always|never|do not|don't|avoid|make sure|ensure|remember|verify|confirm|ask|consider|prefer|include"
            + "|provide|double-check)\\b|"
            + "(?:check|use|try|call|read|list|keep|tell|say|name|give|show|answer|state|cite|quote|follow|apply|add|remove"
            + "|return|offer|explain|mention|look|wait|begin|start|stop)"
            + " (?:the|a|an|that|whether|if|for|all|each|every|only|both|your|at|up|with|by|to|until)\\b)");
    private static final Pattern WITHIN =
            Pattern.compile("\\b(?:should|shouldn't|must|needs? to|ought to|has to|next time|had better)\\b");
    private static final Pattern MARK = Pattern.compile("^[\\s\\-*\u2022\\d.)]+");

    private CriticAdvice() {}

    /** The advice in an explanation, in its order; at most five sentences. */
    static List<String> in(String explanation) {
        List<String> advice = new ArrayList<>();
        for (String part : END.split(explanation, -1)) {
            String sentence = MARK.matcher(part.strip()).replaceFirst("").strip();
            if (advice.size() < MOST && sentence.length() >= SHORTEST && isAdvice(sentence)) {
                advice.add(JsonFields.excerpt(sentence, Limits.SUGGESTION));
            }
        }
        return advice;
    }

    /** The same as suggestions. */
    static List<Suggestion> suggestions(String explanation) {
        return in(explanation).stream()
                .flatMap(sentence -> Clean.advice(sentence).stream())
                .toList();
    }

    private static boolean isAdvice(String sentence) {
        String line = sentence.replace('\n', ' ').replace('\t', ' ').toLowerCase(Locale.ROOT);
        return BEGINNING.matcher(line).lookingAt() || WITHIN.matcher(line).find();
    }
}
