package org.autotrainer.adapters.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.BatchUpdateException;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.jdbi.v3.core.ConnectionException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Whatever SQLite runs into is said in one sentence, and sorted by what can be done about it. */
class TroubleTest {
    private static final Path FILE = Path.of("/data/memory.db");

    @ParameterizedTest
    @CsvSource({
        "SQLITE_BUSY, BUSY",
        "SQLITE_BUSY_SNAPSHOT, BUSY",
        "SQLITE_LOCKED, BUSY",
        "SQLITE_FULL, STORAGE_FULL",
        "SQLITE_IOERR_WRITE, STORAGE_FULL",
        "SQLITE_IOERR_FSYNC, STORAGE_FULL",
        "SQLITE_CORRUPT, STORE_UNUSABLE",
        "SQLITE_CORRUPT_INDEX, STORE_UNUSABLE",
        "SQLITE_NOTADB, STORE_UNUSABLE",
        "SQLITE_READONLY, STORE_UNUSABLE",
        "SQLITE_READONLY_DBMOVED, STORE_UNUSABLE",
        "SQLITE_CANTOPEN, STORE_UNUSABLE",
        "SQLITE_TOOBIG, INVALID",
        "SQLITE_ERROR, STORE_UNUSABLE"
    })
    void a_code_has_its_problem(SQLiteErrorCode code, Problem problem) {
        assertThat(Trouble.of(FILE, failure(code)).problem()).isEqualTo(problem);
        assertThat(Trouble.of(FILE, new TransactionException(failure(code))).problem())
                .isEqualTo(problem);
    }

    @ParameterizedTest
    @EnumSource(SQLiteErrorCode.class)
    void every_code_gives_one_sentence_without_the_words_of_the_library(SQLiteErrorCode code) {
        AutoTrainerException trouble = Trouble.of(FILE, failure(code));
        assertThat(trouble).hasCauseInstanceOf(SQLiteException.class);
        assertThat(trouble.getMessage()).hasLineCount(1).doesNotContain("words of the library");
    }

    /** A caller may be told what it sent: it need not know where the store lies. */
    @ParameterizedTest
    @EnumSource(SQLiteErrorCode.class)
    void the_store_is_named_unless_the_trouble_is_what_was_sent(SQLiteErrorCode code) {
        AutoTrainerException trouble = Trouble.of(FILE, failure(code));
        if (trouble.problem() == Problem.INVALID) {
            assertThat(trouble.getMessage()).startsWith("a store ").doesNotContain("memory.db");
        } else {
            assertThat(trouble.getMessage()).startsWith("the store /data/memory.db ");
        }
    }

    @ParameterizedTest
    @EnumSource(SQLiteErrorCode.class)
    void only_a_disk_that_cannot_make_data_durable_ends_all_writing(SQLiteErrorCode code) {
        boolean fatal = code == SQLiteErrorCode.SQLITE_IOERR_FSYNC || code == SQLiteErrorCode.SQLITE_IOERR_DIR_FSYNC;
        assertThat(Trouble.isFatal(new TransactionException(failure(code)))).isEqualTo(fatal);
        assertThat(Trouble.isFatal(Trouble.of(FILE, failure(code)))).isEqualTo(fatal);
    }

    @Test
    void what_is_not_from_sqlite_is_said_too() {
        BatchUpdateException batch = new BatchUpdateException("words of the library", new int[0]);
        assertThat(Trouble.of(FILE, batch)).hasMessage("the store /data/memory.db failed with SQLITE_OK");
        assertThat(Trouble.isBusy(new ConnectionException(failure(SQLiteErrorCode.SQLITE_BUSY))))
                .isTrue();
        assertThat(Trouble.isBusy(new ConnectionException(failure(SQLiteErrorCode.SQLITE_FULL))))
                .isFalse();
        assertThat(Trouble.isFatal(new IllegalStateException("nothing with the disk")))
                .isFalse();
    }

    private static SQLiteException failure(SQLiteErrorCode code) {
        return new SQLiteException("words of the library", code);
    }
}
