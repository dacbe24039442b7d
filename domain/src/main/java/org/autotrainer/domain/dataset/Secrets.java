package org.autotrainer.domain.dataset;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Looks for keys and passwords: a row that holds one is not written.
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

    /** How a name and its value are put together in code, in files of settings and in headers. */
    private static final String IS = "[\"']?\\s{0,4}[:=]\\s{0,4}[\"']?";

    /** What names and passwords in addresses are made of. */
    private static final String NAME = "[^\\s:/@\"']";

    private static final List<Form> KEYS = List.of(
            Form.of("a private key", "PRIVATE KEY", "-----BEGIN [A-Z ]{0,30}PRIVATE KEY(?: BLOCK)?-----"),
            Form.of("a private key", "AGE-SECRET-KEY-1", "AGE-SECRET-KEY-1[A-Z0-9]{40}"),
            Form.of("an AWS access key", "AKIA", "\\bAKIA[0-9A-Z]{16}\\b"),
            Form.of("an AWS access key", "ASIA", "\\bASIA[0-9A-Z]{16}\\b"),
            Form.of("an AWS secret key", "secret_access_key", "secret_access_key" + IS + "[A-Za-z0-9/+]{40}"),
            Form.of("an AWS secret key", "SECRET_ACCESS_KEY", "SECRET_ACCESS_KEY" + IS + "[A-Za-z0-9/+]{40}"),
            Form.of("an Azure storage key", "AccountKey=", "\\bAccountKey=[A-Za-z0-9+/]{60}"),
            Form.of("a GitHub token", "gh", "\\bgh[oprsu]_[A-Za-z0-9]{36}"),
            Form.of("a GitHub token", "github_pat_", "\\bgithub_pat_[A-Za-z0-9_]{22}"),
            Form.of("a GitLab token", "glpat-", "\\bglpat-[A-Za-z0-9_-]{20}"),
            Form.of("a GitLab token", "glptt-", "\\bglptt-[a-f0-9]{40}"),
            Form.of("a GitLab token", "glrt-", "\\bglrt-[A-Za-z0-9_-]{20}"),
            Form.of("a Google key", "AIza", "\\bAIza[A-Za-z0-9_-]{35}"),
            Form.of("a Hugging Face token", "hf_", "\\bhf_[A-Za-z0-9]{30}"),
            Form.of("a key of a model provider", "sk-", "\\bsk-(?=[A-Za-z_-]{0,40}[0-9])[A-Za-z0-9_-]{20}"),
            Form.of("a key of a model provider", "gsk_", "\\bgsk_[A-Za-z0-9]{40}"),
            Form.of("a key of a model provider", "xai-", "\\bxai-[A-Za-z0-9]{40}"),
            Form.of("a key of a model provider", "pplx-", "\\bpplx-[A-Za-z0-9]{40}"),
            Form.of("a key of a model provider", "nvapi-", "\\bnvapi-[A-Za-z0-9_-]{40}"),
            Form.of("a key of a model provider", "r8_", "\\br8_[A-Za-z0-9]{30}"),
            Form.of("a Google client secret", "GOCSPX-", "\\bGOCSPX-[A-Za-z0-9_-]{20}"),
            Form.of("a Databricks token", "dapi", "\\bdapi[a-f0-9]{32}"),
            Form.of("a Docker token", "dckr_pat_", "\\bdckr_pat_[A-Za-z0-9_-]{20}"),
            Form.of("a Vault token", "hvs.", "\\bhvs\\.[A-Za-z0-9_-]{24}"),
            Form.of("a Shopify token", "shp", "\\bshp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}"),
            Form.of("an Atlassian token", "ATATT3", "\\bATATT3[A-Za-z0-9_=-]{20}"),
            Form.of("a Linear key", "lin_api_", "\\blin_api_[A-Za-z0-9]{32}"),
            Form.of("a Notion token", "ntn_", "\\bntn_[A-Za-z0-9]{40}"),
            Form.of("a Supabase token", "sbp_", "\\bsbp_[a-f0-9]{40}"),
            Form.of("a Telegram token", ":AA", "\\b[0-9]{8,10}:AA[A-Za-z0-9_-]{32}"),
            Form.of("an npm token", "npm_", "\\bnpm_[A-Za-z0-9]{36}"),
            Form.of("a PyPI token", "pypi-AgEI", "\\bpypi-AgEI[A-Za-z0-9_-]{20}"),
            Form.of("a SendGrid key", "SG.", "\\bSG\\.[A-Za-z0-9_-]{16,32}\\.[A-Za-z0-9_-]{16}"),
            Form.of("a Google token", "ya29.", "\\bya29\\.[A-Za-z0-9_-]{20}"),
            Form.of("a DigitalOcean token", "dop_v1_", "\\bdop_v1_[a-f0-9]{40}"),
            Form.of("a bearer token", "earer ", "\\b[Bb]earer [A-Za-z0-9._~+/-]{32}"),
            Form.of("a Slack token", "xox", "\\bxox[abeoprs]-[A-Za-z0-9-]{10}"),
            Form.of("a Slack token", "xapp-", "\\bxapp-[0-9]-[A-Za-z0-9-]{20}"),
            Form.of(
                    "a Slack address",
                    "hooks.slack.com/services/",
                    "hooks\\.slack\\.com/services/[A-Z0-9]{6,20}/[A-Z0-9]{6,20}/[A-Za-z0-9]{16}"),
            Form.of("a Stripe key", "k_live_", "\\b[rs]k_live_[A-Za-z0-9]{16}"),
            Form.of("a Stripe key", "k_test_", "\\b[rs]k_test_[A-Za-z0-9]{16}"),
            Form.of("a Stripe key", "whsec_", "\\bwhsec_[A-Za-z0-9+/]{24}"),
            Form.of("a password of a header", "Basic ", "uthorization" + IS + "Basic [A-Za-z0-9+/]{8}"),
            Form.of(
                    "a signed token",
                    "eyJ",
                    "\\beyJ[A-Za-z0-9_-]{10,500}\\.eyJ[A-Za-z0-9_-]{10,5000}\\.[A-Za-z0-9_-]{10}"),
            Form.of("a password in an address", "://", "://" + NAME + "{0,100}:" + NAME + "{1,100}@"),
            // What stands before the name of the host was taken for an e-mail address, and redacted.
            Form.of("a password in an address", "[email_", "://" + NAME + "{0,100}:" + NAME + "{0,100}\\[email_\\d"));

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
        return Optional.empty();
    }
}
