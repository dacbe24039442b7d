package org.autotrainer.domain.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for keys, passwords and card numbers: a row that holds one is not written.
 *
 * <p>Only forms that hardly anything else has are looked for, so that a hit is worth losing the row.
 */
final class Secrets {
    /** @param mark a text without which the pattern cannot match, found fast; empty when there is none */
    private record Form(String what, String mark, Pattern pattern) {
        static Form of(String what, String mark, String pattern) {
            return new Form(what, mark, Pattern.compile(pattern));
        }
    }

    private static final Form CARD = Form.of(
            "a payment card number",
            "",
            "\\b(?:(?:4\\d{3}|5[1-5]\\d{2}|6011)(?:[ -]?\\d{4}){3}|3[47]\\d{2}[ -]?\\d{6}[ -]?\\d{5})\\b");

    private static final List<Form> KEYS = List.of(
            Form.of("a private key", "PRIVATE KEY-----", "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----"),
            Form.of("an AWS access key", "AKIA", "\\bAKIA[0-9A-Z]{16}\\b"),
            Form.of("an AWS access key", "ASIA", "\\bASIA[0-9A-Z]{16}\\b"),
            Form.of("a GitHub token", "gh", "\\bgh[oprsu]_[A-Za-z0-9]{36}"),
            Form.of("a GitHub token", "github_pat_", "\\bgithub_pat_[A-Za-z0-9_]{22}"),
            Form.of("a GitLab token", "glpat-", "\\bglpat-[A-Za-z0-9_-]{20}"),
            Form.of("a Google key", "AIza", "\\bAIza[A-Za-z0-9_-]{35}"),
            Form.of("a Hugging Face token", "hf_", "\\bhf_[A-Za-z0-9]{30}"),
            Form.of("a key of a model provider", "sk-", "\\bsk-(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{20}"),
            Form.of("a Slack token", "xox", "\\bxox[abeoprs]-[A-Za-z0-9-]{10}"),
            Form.of("a Stripe key", "k_live_", "\\b[rs]k_live_[A-Za-z0-9]{16}"),
            Form.of("a signed token", "eyJ", "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10}"),
            Form.of("a password in an address", "://", "://[^\\s:/@\"']{1,100}:[^\\s:/@\"']{1,100}@"));

    private Secrets() {}

    /** What a row holds that must not be trained on, if anything; the secret itself is not told. */
    static Optional<Finding> in(Map<String, ?> row) {
        return find(row)
                .map(what -> new Finding("secret", "it holds what looks like " + what + "; remove it at the source"));
    }

    private static Optional<String> find(Object value) {
        if (value instanceof String text) {
            return inText(text);
        }
        if (value instanceof Map<?, ?> object) {
            return object.values().stream().flatMap(each -> find(each).stream()).findFirst();
        }
        if (value instanceof List<?> list) {
            return list.stream().flatMap(each -> find(each).stream()).findFirst();
        }
        return Optional.empty();
    }

    private static Optional<String> inText(String text) {
        for (Form form : KEYS) {
            if (text.contains(form.mark()) && form.pattern().matcher(text).find()) {
                return Optional.of(form.what());
            }
        }
        Matcher card = CARD.pattern().matcher(text);
        while (card.find()) {
            if (isCard(card.group())) {
                return Optional.of(CARD.what());
            }
        }
        return Optional.empty();
    }

    /** The check digit of payment cards (Luhn): of ten random numbers nine fail. */
    private static boolean isCard(String number) {
        String digits = number.replace(" ", "").replace("-", "");
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int weighed = i % 2 == 0 ? digit : 2 * digit;
            sum += weighed > 9 ? weighed - 9 : weighed;
        }
        return sum % 10 == 0;
    }
}
