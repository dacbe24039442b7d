package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.autotrainer.application.server.ServerProvider.Dialogue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ConversationTest {
    private static final int LIMIT = 1_000;

    private final CountDownLatch over = new CountDownLatch(1);
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    /** One that tells how long a line was, and says nothing to a dot. */
    private static final class Measuring implements Dialogue {
        @Override
        public int limit() {
            return LIMIT;
        }

        @Override
        public byte[] answer(byte[] line) {
            boolean dot = line.length == 1 && line[0] == '.';
            return dot ? new byte[0] : Integer.toString(line.length).getBytes(StandardCharsets.UTF_8);
        }
    }

    private Conversation begin(InputStream in, OutputStream to) {
        return Conversation.begin(new Measuring(), in, to, over::countDown);
    }

    @Test
    void lines_are_answered_in_their_order_and_some_not_at_all() throws InterruptedException {
        begin(new ByteArrayInputStream("ab\n.\n\nabc".getBytes(StandardCharsets.UTF_8)), out);
        over.await();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("2\n3\n");
    }

    @Test
    void of_a_line_without_an_end_no_more_is_held_than_shows_that_it_is_too_long() throws InterruptedException {
        InputStream endless = new InputStream() {
            private long left = 1L << 30;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] bytes, int from, int length) {
                int given = (int) Math.min(left, length);
                Arrays.fill(bytes, from, from + given, (byte) 'x');
                left -= given;
                return given == 0 ? -1 : given;
            }
        };
        begin(endless, out);
        over.await();

        assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(LIMIT + 1 + "\n");
    }

    @Test
    void lines_are_cut_wherever_the_parts_end_in_which_they_come() throws IOException, InterruptedException {
        PipedOutputStream said = new PipedOutputStream();
        begin(new PipedInputStream(said), out);
        for (String part : List.of("a", "b", "\n", "abc\n", "abcd", "\nab\nabc", "d")) {
            said.write(part.getBytes(StandardCharsets.UTF_8));
            said.flush();
        }
        said.write(("\n" + "x".repeat(LIMIT) + "\n" + "x".repeat(LIMIT + 1) + "\na").getBytes(StandardCharsets.UTF_8));
        said.close();
        over.await();

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly("2", "3", "4", "2", "4", "1000", "1001", "1");
    }

    @Test
    void after_it_is_closed_nothing_more_is_answered() throws IOException, InterruptedException {
        PipedOutputStream said = new PipedOutputStream();
        Conversation conversation = begin(new PipedInputStream(said), out);

        conversation.close();
        conversation.close();
        said.write("ab\nabc\n".getBytes(StandardCharsets.UTF_8));
        said.close();
        over.await();

        assertThat(out.size()).isZero();
    }

    @Test
    void a_peer_that_listens_no_more_ends_it() throws InterruptedException {
        OutputStream gone = new OutputStream() {
            @Override
            public void write(int letter) throws IOException {
                throw new IOException("Broken pipe");
            }
        };

        begin(new ByteArrayInputStream("ab\nabc\n".getBytes(StandardCharsets.UTF_8)), gone);

        over.await();
    }
}
