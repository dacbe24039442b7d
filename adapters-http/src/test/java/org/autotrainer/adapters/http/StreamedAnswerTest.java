package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalLong;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StreamedAnswerTest {
    private static final int LENGTH = 1 << 20;

    private final Server server = new Server(0);
    private volatile boolean isLetGo;

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void an_answer_that_fails_at_once_is_a_problem() throws Exception {
        RawConnection connection = ask(out -> {
            out.write(new byte[] {'{', '}'});
            throw new InvalidValueException("agent is empty");
        });

        RawAnswer answer = connection.read(false).orElseThrow();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().path("detail").asText()).isEqualTo("agent is empty");
        assertThat(isLetGo).isTrue();
    }

    @Test
    void an_answer_that_fails_half_way_cannot_be_taken_for_whole() throws Exception {
        RawConnection connection = ask(out -> {
            out.write(new byte[LENGTH / 2]);
            throw new IOException("the disk is gone");
        });

        assertThatThrownBy(() -> connection.read(false)).hasMessageContaining("breaks off");
        assertThat(isLetGo).isTrue();
    }

    /** Writes a body, or a part of it. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private RawConnection ask(Writing writing) throws Exception {
        Answer.Prepared prepared = new Answer.Prepared() {
            @Override
            public String mediaType() {
                return Answer.LINES;
            }

            @Override
            public OptionalLong length() {
                return OptionalLong.of(LENGTH);
            }

            @Override
            public Optional<String> tag() {
                return Optional.empty();
            }

            @Override
            public void writeTo(OutputStream out) throws IOException {
                writing.to(out);
            }

            @Override
            public void close() {
                isLetGo = true;
            }
        };
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Answer.prepared(prepared).send(response, callback);
                return true;
            }
        });
        server.start();
        RawConnection connection = new RawConnection(((ServerConnector) server.getConnectors()[0]).getLocalPort());
        connection.send(RunningServer.bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        return connection;
    }
}
