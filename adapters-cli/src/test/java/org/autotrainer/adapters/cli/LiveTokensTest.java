package org.autotrainer.adapters.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.server.Scope;
import org.autotrainer.application.server.Token;
import org.autotrainer.domain.trust.Trust;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What changes in a file of tokens counts in a server that runs. */
class LiveTokensTest {
    private static final Instant NOW = Instant.parse("2026-11-28T12:00:00Z");

    @TempDir
    private Path folder;

    private final List<String> trouble = new ArrayList<>();
    private Instant now = NOW;
    private TokenFile file;

    @BeforeEach
    void name() {
        file = new TokenFile(folder.resolve("tokens"));
    }

    private static KeptToken kept(String name, Optional<Instant> expires) {
        Token token = new Token(name, Set.of(Scope.READ), Optional.of("support"), Trust.REVIEWED);
        return new KeptToken(token, TokenSecret.hash("secret of " + name), NOW, expires, Optional.empty());
    }

    private LiveTokens live() {
        return new LiveTokens(file, () -> now, trouble::add);
    }

    private static boolean lets(LiveTokens tokens, String name) {
        return tokens.shown("secret of " + name).isPresent();
    }

    /** After that a change counts at the next look, however slow the machine is. */
    private static void aQuarterOfASecondLater() throws InterruptedException {
        Thread.sleep(250);
    }

    @Test
    void what_is_created_or_revoked_later_counts_a_quarter_of_a_second_later() throws InterruptedException {
        LiveTokens tokens = live();
        assertThat(tokens.hasSome()).isFalse();
        assertThat(lets(tokens, "one")).isFalse();

        file.create(kept("one", Optional.empty()));
        aQuarterOfASecondLater();
        assertThat(lets(tokens, "one")).isTrue();
        file.create(kept("two", Optional.empty()));
        aQuarterOfASecondLater();
        assertThat(lets(tokens, "two")).isTrue();
        file.revoke("one", NOW);
        aQuarterOfASecondLater();
        assertThat(lets(tokens, "one")).isFalse();
        assertThat(lets(tokens, "two")).isTrue();
    }

    @Test
    void a_token_comes_back_as_it_was_created() {
        file.create(kept("one", Optional.of(NOW.plusSeconds(9))));

        assertThat(live().shown("secret of one"))
                .contains(kept("one", Optional.empty()).token());
        assertThat(file.read().get("one")).isEqualTo(kept("one", Optional.of(NOW.plusSeconds(9))));
    }

    @Test
    void a_token_is_over_at_its_end_without_anybody_doing_anything() {
        file.create(kept("one", Optional.of(NOW.plus(Duration.ofDays(1)))));
        LiveTokens tokens = live();

        now = NOW.plus(Duration.ofDays(1)).minusMillis(1);
        assertThat(lets(tokens, "one")).isTrue();
        now = now.plusMillis(1);
        assertThat(lets(tokens, "one")).isFalse();
        assertThat(tokens.hasSome()).isFalse();
    }

    @Test
    void a_file_that_is_gone_or_cannot_be_read_any_more_lets_nobody_in() throws IOException, InterruptedException {
        file.create(kept("one", Optional.empty()));
        LiveTokens tokens = live();
        assertThat(lets(tokens, "one")).isTrue();

        Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-rw-rw-"));
        Files.writeString(file.path(), Files.readString(file.path()) + "nonsense\n");
        aQuarterOfASecondLater();
        assertThat(lets(tokens, "one")).isFalse();
        assertThat(trouble).singleElement().asString().contains("chmod 600");

        Files.delete(file.path());
        aQuarterOfASecondLater();
        assertThat(lets(tokens, "one")).isFalse();
    }

    @Test
    void what_is_shown_must_be_the_secret_and_not_its_hash() {
        file.create(kept("one", Optional.empty()));

        assertThat(live().shown(TokenSecret.hash("secret of one"))).isEmpty();
        assertThat(live().shown("")).isEmpty();
        assertThat(live().shown("secret of one ")).isEmpty();
    }

    @Test
    void many_who_create_at_once_lose_nothing_and_give_no_name_twice() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Callable<Boolean>> works = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            String name = "t" + i % 20;
            works.add(() -> {
                try {
                    new TokenFile(file.path()).create(kept(name, Optional.empty()));
                    return true;
                } catch (AutoTrainerException taken) {
                    return false;
                }
            });
        }
        int made = 0;
        for (Future<Boolean> work : threads.invokeAll(works)) {
            made += work.get() ? 1 : 0;
        }
        threads.shutdown();

        assertThat(made).isEqualTo(20);
        assertThat(file.read()).hasSize(20);
    }
}
