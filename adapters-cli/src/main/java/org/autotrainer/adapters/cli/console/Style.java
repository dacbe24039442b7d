package org.autotrainer.adapters.cli.console;

/** How text stands out on a terminal that has colours. */
enum Style {
    PLAIN(""),
    HEADING("1"),
    QUIET("2"),
    BAR("36");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    String on(String text, boolean coloured) {
        return !coloured || code.isEmpty() || text.isBlank() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
    }
}
