package org.autotrainer.domain.dataset.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON as strictly as RFC 8259 allows and refuses keys that occur twice; knows nothing of how lines are written. */
public final class StrictJson {
    private final String text;
    private int at;

    private StrictJson(String text) {
        this.text = text;
    }

    /** Reads a value. */
    public static Object parse(String text) {
        StrictJson json = new StrictJson(text);
        Object value = json.value();
        json.space();
        json.require(json.at == text.length(), "something follows the value");
        return value;
    }

    /** Reads an object. */
    @SuppressWarnings("unchecked")
    public static Map<String, Object> object(String text) {
        return (Map<String, Object>) parse(text);
    }

    private Object value() {
        space();
        char c = peek();
        if (c == '{') {
            return members();
        }
        if (c == '[') {
            return elements();
        }
        if (c == '"') {
            return string();
        }
        for (String word : List.of("true", "false", "null")) {
            if (text.startsWith(word, at)) {
                at += word.length();
                return word.equals("null") ? null : Boolean.valueOf(word);
            }
        }
        return number();
    }

    private Map<String, Object> members() {
        Map<String, Object> object = new LinkedHashMap<>();
        at++;
        space();
        if (taken('}')) {
            return object;
        }
        do {
            space();
            require(peek() == '"', "a key is no text");
            String key = string();
            space();
            require(taken(':'), "no colon after a key");
            require(!object.containsKey(key), "the key " + key + " occurs twice");
            object.put(key, value());
            space();
        } while (taken(','));
        require(taken('}'), "an object is not closed");
        return object;
    }

    private List<Object> elements() {
        List<Object> list = new ArrayList<>();
        at++;
        space();
        if (taken(']')) {
            return list;
        }
        do {
            list.add(value());
            space();
        } while (taken(','));
        require(taken(']'), "a list is not closed");
        return list;
    }

    private String string() {
        StringBuilder string = new StringBuilder();
        at++;
        while (!taken('"')) {
            char c = peek();
            at++;
            require(c >= 0x20, "a control character stands in a text");
            string.append(c == '\\' ? escaped() : c);
        }
        return string.toString();
    }

    private char escaped() {
        char c = peek();
        at++;
        if (c == 'u') {
            at += 4;
            return (char) Integer.parseInt(text.substring(at - 4, at), 16);
        }
        int known = "\"\\/bfnrt".indexOf(c);
        require(known >= 0, "unknown escape");
        return "\"\\/\b\f\n\r\t".charAt(known);
    }

    private Object number() {
        int from = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String number = text.substring(from, at);
        require(number.matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?"), "no number: " + number);
        if (number.matches("-?\\d+")) {
            return Long.valueOf(number);
        }
        return Double.valueOf(number);
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        require(at < text.length(), "the text ends too early");
        return text.charAt(at);
    }

    private boolean taken(char c) {
        boolean is = at < text.length() && text.charAt(at) == c;
        at += is ? 1 : 0;
        return is;
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise + " at " + at);
        }
    }
}
