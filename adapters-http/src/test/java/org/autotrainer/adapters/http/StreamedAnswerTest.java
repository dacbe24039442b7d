package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
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
    private final Server server = new Server(0);

    @AfterEach
    void stop() throws Exception {
        server.stop();
    }

    @Test
    void an_answer_that_fails_at_once_is_a_problem() throws Exception {
        RawConnection connection = ask(lines -> {
            lines.accept("{}");
            throw new InvalidValueException("agent is empty");
        });

        RawAnswer answer = connection.read(false).orElseThrow();
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.problem().path("detail").asText()).isEqualTo("agent is empty");
    }

    @Test
    void an_answer_that_fails_half_way_cannot_be_taken_for_whole() throws Exception {
        RawConnection connection = ask(lines -> {
            for (int i = 0; i < 10_000; i++) {
                lines.accept("{\"line\":" + i + "}");
            }
            throw new IllegalStateException("the disk is gone");
        });

        assertThatThrownBy(() -> connection.read(false)).hasMessageContaining("breaks off");
    }

    private RawConnection ask(Consumer<Consumer<String>> lines) throws Exception {
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) {
                Answer.stream(Answer.LINES, lines::accept).send(response, callback);
                return true;
            }
        });
        server.start();
        RawConnection connection = new RawConnection(((ServerConnector) server.getConnectors()[0]).getLocalPort());
        connection.send(RunningServer.bytes("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"));
        return connection;
    }
}
