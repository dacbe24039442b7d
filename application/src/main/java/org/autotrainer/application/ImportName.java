package org.autotrainer.application;

import org.autotrainer.domain.evaluation.Limits;

/** The name under which what a file brought can be retracted: that of the file, without its folders. */
final class ImportName {
    private static final String NAMELESS = "import";

    private ImportName() {}

    static String of(String file) {
        int slash = Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\'));
        int[] points = file.substring(slash + 1)
                .codePoints()
                .map(point -> Character.isISOControl(point) || !Character.isDefined(point) ? '?' : point)
                .limit(Limits.NAME)
                .toArray();
        String name = new String(points, 0, points.length).strip();
        return name.isEmpty() || name.equals("-") ? NAMELESS : name;
    }
}
