package org.autotrainer.adapters.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FullServerTest {
    private static final int TOO_MANY = 40;

    @Test
    void a_full_server_says_when_to_come_again_and_answers_what_it_took_on() throws Exception {
        HeldStore store = new HeldStore(1);
        List<RawAnswer> answers = new ArrayList<>();
        try (RunningServer server = RunningServer.start(store, 0)) {
            List<RawConnection> connections = asking(server, FrontDoor.WORKING + TOO_MANY);
            awaitAnswers(connections, TOO_MANY);
            assertThat(server.ask(server.get("/healthz")).status())
                    .as("it runs")
                    .isEqualTo(200);
            RawAnswer ready = server.ask(server.get("/readyz"));
            assertThat(ready.status()).as("it should not be sent more").isEqualTo(503);
            assertThat(ready.problem().path("type").asText()).endsWith(":busy");
            store.letGo();
            for (RawConnection connection : connections) {
                answers.add(connection.read(false).orElseThrow());
                connection.close();
            }
        } finally {
            store.letGo();
        }

        assertThat(answers).filteredOn(answer -> answer.status() == 200).hasSize(FrontDoor.WORKING);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 503)
                .hasSize(TOO_MANY)
                .allMatch(answer -> answer.header("retry-after").equals("1"));
    }

    private static List<RawConnection> asking(RunningServer server, int connections) throws IOException {
        List<RawConnection> all = new ArrayList<>();
        for (int i = 0; i < connections; i++) {
            RawConnection connection = server.connect();
            connection.send(server.get("/v1/agents"));
            all.add(connection);
        }
        return all;
    }

    /** Waits until so many are answered, which are those that were refused: the others wait for the store. */
    private static void awaitAnswers(List<RawConnection> connections, int answers) throws InterruptedException {
        Instant end = Instant.now().plus(Duration.ofSeconds(15));
        while (connections.stream().filter(RawConnection::isAnswered).count() < answers) {
            assertThat(Instant.now()).as("the time to be refused").isBefore(end);
            Thread.sleep(10);
        }
    }
}
