package org.autotrainer.adapters.cli.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** An aligned table; one of its columns takes what room is left, and breaks its text into lines. */
public final class Table {
    private static final String GAP = "  ";
    private static final int NARROWEST = 20;

    private enum Kind {
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

        /** A column as wide as its widest text. */
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

    /** The lines of the table; the names of the columns come first, unless none has one. */
    List<String> render(int width, boolean coloured) {
        int[] widths = widths(width);
        List<String> lines = new ArrayList<>();
        List<String> names = columns.stream().map(column -> column.name).toList();
        if (names.stream().anyMatch(name -> !name.isEmpty())) {
            lines.add(Style.HEADING.on(line(names, widths, false), coloured));
        }
        for (List<String> row : rows) {
            render(row, widths, coloured, lines);
        }
        return lines;
    }

    private void render(List<String> row, int[] widths, boolean coloured, List<String> lines) {
        List<List<String>> wrapped = new ArrayList<>();
        int height = 1;
        for (int i = 0; i < widths.length; i++) {
            List<String> parts =
                    columns.get(i).kind == Kind.FLEXIBLE ? Columns.wrap(row.get(i), widths[i]) : List.of(row.get(i));
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

    private String line(List<String> cells, int[] widths, boolean coloured) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            Kind kind = columns.get(i).kind;
            String filled = Columns.fill(cells.get(i), widths[i], kind == Kind.NUMBER);
            line.append(i == 0 ? "" : GAP).append((kind == Kind.BAR ? Style.BAR : Style.PLAIN).on(filled, coloured));
        }
        return line.toString().stripTrailing();
    }

    private int[] widths(int width) {
        int[] widths = new int[columns.size()];
        int flexible = -1;
        int taken = GAP.length() * (widths.length - 1);
        for (int i = 0; i < widths.length; i++) {
            int column = i;
            widths[i] = Math.max(
                    Columns.of(columns.get(i).name),
                    rows.stream()
                            .mapToInt(row -> Columns.of(row.get(column)))
                            .max()
                            .orElse(0));
            taken += widths[i];
            flexible = columns.get(i).kind == Kind.FLEXIBLE ? i : flexible;
        }
        if (flexible >= 0 && taken > width) {
            widths[flexible] = Math.max(NARROWEST, widths[flexible] - (taken - width));
        }
        return widths;
    }
}
