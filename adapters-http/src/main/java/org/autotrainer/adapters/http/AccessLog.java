package org.autotrainer.adapters.http;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.autotrainer.application.server.Token;
import org.autotrainer.domain.evaluation.Limits;

/**
 * Writes a line of JSON about each request that is over. It names the route and not what was asked for, the token and not its
 * secret; there is nothing of a body, and no letter beyond ASCII.
 */
record AccessLog(Consumer<String> lines) {
    /** What is told of a request. */
    private record Line(
            String time,
            String request,
            String method,
            String route,
            int status,
            long bytesIn,
            long bytesOut,
            double millis,
            String token,
            String agent) {}

    void write(Visits.Over over, Instant at) {
        Line line = new Line(
                at.truncatedTo(ChronoUnit.MILLIS).toString(),
                over.visit().map(Visit::id).orElse(""),
                over.method(),
                over.route(),
                over.status(),
                over.bytesIn(),
                over.bytesOut(),
                Math.round(over.seconds() * 1e6) / 1e3,
                over.visit().flatMap(Visit::token).map(Token::name).orElse(""),
                over.visit().map(Visit::agent).map(AccessLog::clean).orElse(""));
        lines.accept(ascii(Json.text(line)));
    }

    /** The agent is noted before it is checked; one that cannot be is not named. */
    private static String clean(String agent) {
        boolean isOdd = agent.length() > Limits.AGENT || agent.codePoints().anyMatch(Character::isISOControl);
        return isOdd ? "" : agent;
    }

    private static String ascii(String json) {
        StringBuilder escaped = new StringBuilder(json.length());
        for (int i = 0; i < json.length(); i++) {
            char letter = json.charAt(i);
            if (letter < 0x7f) {
                escaped.append(letter);
            } else {
                escaped.append(String.format("\\u%04x", (int) letter));
            }
        }
        return escaped.toString();
    }
}
