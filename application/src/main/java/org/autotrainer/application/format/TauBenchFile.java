package org.autotrainer.application.format;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.autotrainer.domain.evaluation.Conversation;

/**
 * What the name of a file of tau-bench results tells: nothing inside the file names the model or the domain.
 *
 * <p>Two forms are understood, and nothing is guessed from others: the one in which results are published, {@code
 * MODEL-DOMAIN[-SPLIT][-tasks-FROM-TO].json} with the domain {@code airline} or {@code retail} and the split {@code
 * test}, {@code train} or {@code dev}; and the one in which tau-bench writes them, {@code
 * STRATEGY-MODEL-TEMPERATURE_range_FROM-TO_user-….json}. The test split is the usual one and not named in the ids of
 * tasks.
 *
 * @param model empty when unknown
 * @param domain empty when unknown
 * @param split empty when it is the usual one or unknown
 * @param parameters strategy and temperature, if known
 */
record TauBenchFile(String model, String domain, String split, Map<String, Object> parameters) {
    private static final TauBenchFile UNKNOWN = new TauBenchFile("", "", "", Map.of());

    private static final Pattern PUBLISHED =
            Pattern.compile("(.+?)-(airline|retail)(?:-(test|train|dev))?(?:-tasks-\\d+-\\d+)?");
    private static final Pattern WRITTEN =
            Pattern.compile("(tool-calling|act|react|few-shot)-(.+)-(\\d+\\.\\d+)_range_-?\\d+-+\\d+_user-.*");
    private static final Pattern POLICY =
            Pattern.compile("# (airline|retail) agent policy\\b", Pattern.CASE_INSENSITIVE);

    static TauBenchFile named(String fileName) {
        String name = fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1)
                .replaceFirst("\\.jsonl?$", "");
        Matcher written = WRITTEN.matcher(name);
        if (written.matches()) {
            Map<String, Object> parameters = new LinkedHashMap<>();
            parameters.put("agent_strategy", written.group(1));
            parameters.put("temperature", Double.valueOf(written.group(3)));
            return new TauBenchFile(written.group(2), "", "", parameters);
        }
        Matcher published = PUBLISHED.matcher(name);
        if (published.matches()) {
            String named = published.group(3);
            String split = named == null || named.equals("test") ? "" : named;
            return new TauBenchFile(published.group(1), published.group(2), split, Map.of());
        }
        return UNKNOWN;
    }

    /** The domain that the policy at the head of a conversation names in its title; empty when there is none. */
    static String domainOf(Conversation conversation) {
        if (conversation.isEmpty()) {
            return "";
        }
        Matcher policy = POLICY.matcher(conversation.messages().get(0).content());
        return policy.lookingAt() ? policy.group(1).toLowerCase(Locale.ROOT) : "";
    }

    /** What stands before the number of a task. */
    String prefix(String knownDomain) {
        String beginning = knownDomain.isEmpty() ? "tau-bench-" : knownDomain + "-";
        return split.isEmpty() ? beginning : beginning + split + "-";
    }
}
