package org.autotrainer.domain.trust;

/** Looks for commands of shells: those that can do harm anywhere, others where a line begins with them. */
final class Commands {
    /** What hardly anybody writes who does not mean a command. */
    private static final Stems HARMFUL = new Stems(Stems.list(
            "sudo |rm -|curl -|curl http|wget -|wget http|chmod +|chmod 7|chmod -|bash -c|sh -c|zsh -c|powershell -|"
                    + "powershell.exe|Invoke-WebRequest|Invoke-Expression|base64 -d|base64 --decode|nc -|ncat -|mkfs.|"
                    + "dd if=|crontab -|eval $(|eval \"$(|scp -|python -c|python3 -c|node -e|perl -e|git push --force|"
                    + "git push -f|export PATH=|history -c|xargs rm|authorized_keys",
            1));

    /** What a line begins with that is a command. */
    private static final Stems COMMANDS = new Stems(Stems.list(
            "apt|apt-get|bash|brew|cargo|chmod|chown|cp|crontab|curl|docker|export|git|kubectl|mv|nc|npm|npx|pip|pip3|"
                    + "pkill|python|python3|rm|rsync|scp|sh|ssh|sudo|systemctl|tar|wget|yarn|zsh",
            1));

    /** What a pipe can lead to. */
    private static final Stems SHELLS =
            new Stems(Stems.list("sh|bash|zsh|sudo|python|python3|perl|ruby|node|nc|xargs|tee|base64", 1));

    private Commands() {}

    static boolean in(String text, Signs signs) {
        boolean hasSigns = signs.any(Signs.COMMAND);
        boolean begins = true;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (unit == ' ') {
                continue;
            }
            if (HARMFUL.meanings(text, i) != 0
                    || (begins && isCommand(text, i))
                    || (hasSigns && isOperator(text, i, begins))) {
                return true;
            }
            begins = unit == '\n' || (begins && (unit == '$' || unit == '>' || unit == '-' || unit == '*'));
        }
        return false;
    }

    /** Whether a command stands here with something behind it, as {@code git push}; prose starts with a capital. */
    private static boolean isCommand(String text, int start) {
        int end = COMMANDS.end(text, start);
        return end > 0 && text.startsWith(" ", end);
    }

    private static boolean isOperator(String text, int at, boolean begins) {
        return switch (text.charAt(at)) {
            case '|' -> SHELLS.end(text, text.startsWith(" ", at + 1) ? at + 2 : at + 1) > 0;
            case '$' ->
                text.startsWith("(", at + 1) || text.startsWith("{IFS", at + 1) || (begins && isPrompt(text, at));
            case '>' ->
                text.startsWith(" /", at + 1) || text.startsWith("/dev/", at + 1) || text.startsWith("> ~", at + 1);
            case '&', ';' -> isCommand(text, at + 1) || isCommand(text, at + 2);
            case '`' -> isCommand(text, at + 1);
            default -> false;
        };
    }

    /** A dollar, a space and a word. */
    private static boolean isPrompt(String text, int at) {
        return text.startsWith(" ", at + 1) && at + 2 < text.length() && Stems.isWord(text.charAt(at + 2));
    }
}
