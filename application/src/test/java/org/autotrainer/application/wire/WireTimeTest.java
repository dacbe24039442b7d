package org.autotrainer.application.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Times on the wire are read as the JDK reads them, those that are read by hand too. */
class WireTimeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-05-21T09:30:00Z",
                "2024-02-29T23:59:59Z",
                "1969-12-31T23:59:59Z",
                "0000-01-01T00:00:00Z",
                "9999-12-31T00:00:00Z",
                "2026-05-21t09:30:00z",
                "2026-05-21T09:30:00.5Z",
                "2026-05-21T09:30:00+02:00",
                "2026-05-21T09:30+02:00",
                "+12026-05-21T09:30:00Z"
            })
    void a_time_is_the_instant_that_the_jdk_reads(String text) {
        assertThat(WireTime.of(text)).isEqualTo(OffsetDateTime.parse(text).toInstant());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29T09:30:00Z",
                "2026-13-01T09:30:00Z",
                "2026-00-01T09:30:00Z",
                "2026-05-00T09:30:00Z",
                "2026-05-21T24:00:00Z",
                "2026-05-21T09:60:00Z",
                "2026-05-21T09:30:60Z",
                "2026-05-21 09:30:00Z",
                "2026-05-21T09:30:00",
                "\u0662\u0660\u0662\u0666-05-21T09:30:00Z",
                ""
            })
    void what_the_jdk_refuses_is_refused(String text) {
        assertThatThrownBy(() -> OffsetDateTime.parse(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> WireTime.of(text)).isInstanceOf(DateTimeException.class);
    }
}
