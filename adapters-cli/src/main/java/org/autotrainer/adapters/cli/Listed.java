package org.autotrainer.adapters.cli;

import org.autotrainer.adapters.cli.console.Console;
import org.autotrainer.adapters.cli.console.Table;

/**
 * How a list went.
 *
 * @param count how many items it gave
 * @param more whether there are more
 */
record Listed(int count, boolean more) {
    void show(Table table, Console console, String none) {
        if (count == 0) {
            console.note("there are " + none);
        } else {
            console.show(table);
        }
    }

    void tellOfMore(Console console, String what) {
        if (more) {
            console.note((count == 1
                            ? "there are more " + what + " than this one"
                            : "these are the first " + count + " " + what)
                    + "; show more with --limit");
        }
    }
}
