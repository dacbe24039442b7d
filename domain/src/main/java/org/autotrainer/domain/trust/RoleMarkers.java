package org.autotrainer.domain.trust;

/** Looks for text that plays another speaker: roles, chat templates, calls of tools, and frames such as our own. */
final class RoleMarkers {
    /** So far behind it a template's token ends, or a pair of brackets after a role. */
    private static final int NEAR = 60;

    /** Who speaks in a conversation, in some languages. */
    private static final Stems ROLES = new Stems(Stems.list(
            "system|assistant|user|human|developer|ai|ai assistant|chatgpt|tool|tool call|tool result|tool results|"
                    + "tool output|tool response|function call|function result|function output|function response|"
                    + "system message|system prompt|system note|system notice|system instruction|system instructions|"
                    + "system update|system override|system alert|system command|system directive|new instructions|"
                    + "assistent|benutzer|nutzer|système|utilisateur|humain|sistema|usuario|asistente|humano|usuário|"
                    + "assistente|utente|gebruiker|sistem|kullanıcı|użytkownik|asystent|система|пользователь|ассистент|"
                    + "помощник|系统|系統|用户|用戶|助手|助理|システム|ユーザー|アシスタント|시스템|사용자|어시스턴트|"
                    + "النظام|نظام|المستخدم|المساعد|מערכת|המערכת|משתמש|המשתמש|העוזר|سیستم|کاربر|دستیار|सिस्टम|"
                    + "उपयोगकर्ता|सहायक",
            1));

    /** What stands over the parts of a prompt in training data. */
    private static final Stems HEADINGS = new Stems(Stems.list(
            "instruction|instructions|response|new instruction|new instructions|system instructions|input|output", 1));

    /** Tokens of chat templates and of calls of tools, and what closes the frames that prompts are made of. */
    private static final Stems TOKENS = new Stems(Stems.list(
            "<<sys>>|<</sys>>|<start_of_turn|<end_of_turn|<start_header_id|<bos>|<eos>|</s>|<tool_|</tool_|<function_|"
                    + "</function_|<invoke|</invoke|<function=|<parameter name|<system-|<system_|<developer_|<user_message|"
                    + "<assistant_message|</system>|</assistant>|</user>|</human>|</developer>|</tool>|</instruct|"
                    + "</notes>|</memory>|</memories>|</context>|</advice>|</data>|</document>|</documents>|</input>|"
                    + "</heuristics>|</playbook>|</conversation>|</history>|</prompt>|[inst]|[/inst]|[system_prompt]|"
                    + "[/system_prompt]|[tool_calls]|[tool_results]|[/tool_results]|[available_tools]|[system message]|"
                    + "[system prompt]|[end of ",
            1));

    /** What frames are named after. */
    private static final Stems FRAMES = new Stems(Stems.list(
            "notes|note|context|memory|memories|instruction|instructions|prompt|system|conversation|user|assistant|"
                    + "advice|heuristics|data|document|documents|input|playbook|message|messages|block|history|section|"
                    + "transcript|task|untrusted",
            1));

    /** Where the frame of a playbook begins or ends, of this and of earlier versions. */
    private static final Stems OWN =
            new Stems(Stems.list("notes from earlier tasks|end of notes|heuristics from earlier tasks", 1));

    private RoleMarkers() {}

    /** Whether any are found, given the text in small letters. */
    static boolean in(String lower) {
        boolean isAfterSentence = false;
        for (int i = 0; i < lower.length(); i++) {
            char unit = lower.charAt(i);
            if (i == 0 || Lines.isBreak(lower.charAt(i - 1))) {
                if (beginsLine(lower, i)) {
                    return true;
                }
            } else if (isAfterSentence && !Lines.isSpace(unit)) {
                isAfterSentence = false;
                if (Lines.isSpace(lower.charAt(i - 1)) && speaks(lower, ROLES.end(lower, i))) {
                    return true;
                }
            }
            if (Lines.endsSentence(unit)) {
                isAfterSentence = true;
            } else if ((unit == '<' || unit == '[') && isToken(lower, i)) {
                return true;
            }
        }
        return (lower.indexOf('"') >= 0 && isMessage(lower)) || lower.contains("action input:");
    }

    private static boolean beginsLine(String text, int line) {
        int start = Lines.skipDecoration(text, line);
        return OWN.end(text, start) > 0
                || isRole(text, line, start)
                || isHeading(text, line, start)
                || isDelimiter(text, line, start);
    }

    /** A name with a colon after it, in brackets, or as a heading. */
    private static boolean isRole(String text, int line, int start) {
        int end = ROLES.end(text, start);
        if (end < 0) {
            return false;
        }
        int rest = Lines.skipDecoration(text, end);
        boolean isBracketed = start > line
                && ((text.charAt(start - 1) == '[' && text.startsWith("]", end))
                        || (text.charAt(start - 1) == '<' && text.startsWith(">", end)));
        boolean isHeading = Lines.isEnd(text, rest) && text.startsWith("##", line);
        return isBracketed || isHeading || speaks(text, end) || isColon(text, rest);
    }

    /** Whether a colon follows, with or without something in brackets before it. */
    private static boolean speaks(String text, int end) {
        if (end < 0) {
            return false;
        }
        int open = text.startsWith(" ", end) ? end + 1 : end;
        if (open < text.length() && (text.charAt(open) == '(' || text.charAt(open) == '[')) {
            for (int i = open; i < Math.min(text.length(), open + NEAR); i++) {
                if (text.charAt(i) == ')' || text.charAt(i) == ']') {
                    return isColon(text, i + 1);
                }
            }
        }
        return isColon(text, end);
    }

    private static boolean isColon(String text, int at) {
        return at < text.length() && (text.charAt(at) == ':' || text.charAt(at) == '\uff1a');
    }

    private static boolean isHeading(String text, int line, int start) {
        int end = HEADINGS.end(text, start);
        return end > 0 && text.startsWith("###", line) && (isColon(text, end) || Lines.isEnd(text, end));
    }

    /** As {@code --- end of notes ---}, or such words alone on a line. */
    private static boolean isDelimiter(String text, int line, int start) {
        boolean begins = text.startsWith("begin ", start);
        if (!begins && !text.startsWith("end ", start)) {
            return false;
        }
        int rules = 0;
        for (int i = line; i < start; i++) {
            rules += "-=~<>[|".indexOf(text.charAt(i)) >= 0 ? 1 : 0;
        }
        int words = start + (begins ? 6 : 4);
        for (int i = words; i < Math.min(text.length(), words + NEAR) && !Lines.isBreak(text.charAt(i)); i++) {
            boolean isFrame = FRAMES.meanings(text, i) != 0 && FRAMES.end(text, i) > 0;
            if (isFrame && (rules > 1 || isLast(text, FRAMES.end(text, i), words, i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether the line is over, and the frame's name stood alone or after {@code of} or {@code of the}. */
    private static boolean isLast(String text, int end, int words, int name) {
        String between = text.substring(words, name);
        return Lines.isEnd(text, Lines.skipDecoration(text, end))
                && (between.isEmpty() || between.equals("of ") || between.equals("of the "));
    }

    private static boolean isToken(String text, int start) {
        if (TOKENS.meanings(text, start) != 0) {
            return true;
        }
        if (!text.startsWith("<|", start)) {
            return false;
        }
        for (int i = start + 2; i < Math.min(text.length(), start + NEAR) && text.charAt(i) > ' '; i++) {
            if (text.startsWith("|>", i)) {
                return i > start + 2;
            }
        }
        return false;
    }

    /** A message or a call of a tool, as JSON. */
    private static boolean isMessage(String text) {
        return (text.contains("\"role\"") && text.contains("\"content\""))
                || (text.contains("\"name\"") && (text.contains("\"arguments\"") || text.contains("\"parameters\"")))
                || text.contains("\"tool_calls\"")
                || text.contains("\"function_call\"")
                || text.contains("\"tool_use\"");
    }
}
