package org.autotrainer.adapters.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** An aligned table; one of its columns takes what room is left, and breaks its text into lines. */
public final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST = 20;

    private enum Kind {
        ID,
        TEXT,
        NUMBER,
        FLEXIBLE,
        BAR
    }

    /** A column. */
    public static final class Column {
        private final String name;
        private final Kind kind;

        private Column(String name, Kind kind) {
            this.name = name;
            this.kind = kind;
        }

        /** A column of ids, of which the beginning is enough for a command. */
        public static Column id(String name) {
            return new Column(name, Kind.ID);
        }

        /** A column as wide as its widest text; where there is too little room, its middle is left out. */
        public static Column text(String name) {
            return new Column(name, Kind.TEXT);
        }

        /** A column of numbers, which stand to the right. */
        public static Column number(String name) {
            return new Column(name, Kind.NUMBER);
        }

        /** A column of bars. */
        public static Column bar() {
            return new Column("", Kind.BAR);
        }

        /** The column that takes what room is left. */
        public static Column flexible(String name) {
            return new Column(name, Kind.FLEXIBLE);
        }
    }

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    /** A table without rows. */
    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /** Adds a row: a text or a number for each column. */
    public Table row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(Arrays.stream(cells)
                .map(cell -> TerminalText.line(String.valueOf(cell)))
                .toList());
        return this;
    }

    /**
     * The lines of the table; the names of the columns come first, unless none has one.
     *
     * @param bound whether no line may be wider, not even for a long id
     */
    List<String> render(int width, boolean bound, boolean coloured) {
        int[] widths = widths(width, bound);
        List<String> lines = new ArrayList<>();
        List<String> names = columns.stream().map(column -> column.name).toList();
        if (names.stream().anyMatch(name -> !name.isEmpty())) {
            lines.add(Style.HEADING.on(line(shortened(names, widths), widths, false), coloured));
        }
        for (List<String> row : rows) {
            render(row, widths, coloured, lines);
        }
        return lines;
    }

    private static List<String> shortened(List<String> names, int[] widths) {
        List<String> shortened = new ArrayList<>();
        for (int i = 0; i < widths.length; i++) {
            shortened.add(Columns.shorten(names.get(i), widths[i]));
        }
        return shortened;
    }

    private void render(List<String> row, int[] widths, boolean coloured, List<String> lines) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> parts = columns.get(i).kind == Kind.FLEXIBLE
                    ? Columns.wrap(row.get(i), widths[i])
                    : List.of(cut(row.get(i), columns.get(i).kind, widths[i]));
            wrapped.add(parts);
            height = Math.max(height, parts.size());
        }
        for (int part = 0; part < height; part++) {
            int at = part;
            lines.add(line(
                    wrapped.stream()
                            .map(parts -> at < parts.size() ? parts.get(at) : "")
                            .toList(),
                    widths,
                    coloured));
        }
    }

    private static String cut(String cell, Kind kind, int width) {
        return kind == Kind.ID ? Columns.begin(cell, width) : Columns.shorten(cell, width);
    }

    private String line(List<String> cells, int[] widths, boolean coloured) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            Kind kind = columns.get(i).kind;
            if (kind == Kind.BAR && widths[i] == 0) {
                continue;
            }
            String filled = Columns.fill(cells.get(i), widths[i], kind == Kind.NUMBER);
            line.append(i == 0 ? "" : GAP).append((kind == Kind.BAR ? Style.BAR : Style.PLAIN).on(filled, coloured));
        }
        return line.toString().stripTrailing();
    }

    private int[] widths(int width, boolean bound) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    Columns.of(columns.get(i).name),
                    rows.stream()
                            .mapToInt(row -> Columns.of(row.get(column)))
                            .max()
                            .orElse(0));
        }
        narrow(widths, width, NARROWEST, EnumSet.of(Kind.FLEXIBLE));
        if (bound) {
            narrow(widths, width, NARROWEST, EnumSet.of(Kind.TEXT));
            dropBars(widths, width);
            narrow(widths, width, 10, EnumSet.of(Kind.FLEXIBLE, Kind.TEXT));
            narrow(widths, width, 6, EnumSet.of(Kind.FLEXIBLE, Kind.TEXT, Kind.ID));
            narrow(widths, width, 1, EnumSet.complementOf(EnumSet.of(Kind.BAR)));
        }
        return widths;
    }

    /** Takes from the widest columns of some kinds until the table fits, or none of them is wider than the least. */
    private void narrow(int[] widths, int width, int least, Set<Kind> kinds) {
        for (int excess = taken(widths) - width; excess > 0; excess--) {
            int widest = -1;
            for (int i = 0; i < widths.length; i++) {
                boolean wider = kinds.contains(columns.get(i).kind) && widths[i] > least;
                widest = wider && (widest < 0 || widths[i] > widths[widest]) ? i : widest;
            }
            if (widest < 0) {
                return;
            }
            widths[widest]--;
        }
    }

    /** Bars are left out rather than cut: a bar that is cut says something else. */
    private void dropBars(int[] widths, int width) {
        if (taken(widths) > width) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = columns.get(i).kind == Kind.BAR ? 0 : widths[i];
            }
        }
    }

    /** How many columns of a terminal a line takes. */
    private int taken(int[] widths) {
        int taken = -GAP.length();
        for (int i = 0; i < widths.length; i++) {
            taken += columns.get(i).kind == Kind.BAR && widths[i] == 0 ? 0 : widths[i] + GAP.length();
        }
        return taken;
    }
}
