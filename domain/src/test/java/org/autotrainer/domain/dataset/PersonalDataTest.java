package org.autotrainer.domain.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.PersonalData.Kind;
import org.autotrainer.domain.dataset.PersonalData.Match;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;
import org.autotrainer.domain.evaluation.ToolCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PersonalDataTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EMAIL|ann.lee+x@mail.example.co.uk",
                "EMAIL|MIA_LI_3818@example.com",
                "EMAIL|bjørn@example.no",
                "PHONE|+49 30 901820",
                "PHONE|+1 (415) 555-2671",
                "PHONE|+4915123456789",
                "PHONE|(415) 555-2671",
                "PHONE|415-555-2671",
                "PHONE|1-415-555-2671",
                "PHONE|+49/30/1234567",
                "PHONE|+49 30 / 12 34 56",
                "PHONE|0049 30 1234567",
                "PHONE|+33\u00a06\u00a012\u00a034\u00a056\u00a078",
                "CARD|4111\u00a01111\u00a01111\u00a01111",
                "IBAN|DE89\u00a03704\u00a00044\u00a00532\u00a00130\u00a000",
                "IBAN|DE89-3704-0044-0532-0130-00",
                "IBAN|de89 3704 0044 0532 0130 00",
                "CARD|4242 4242 4242 4242",
                "CARD|4111111111111111",
                "CARD|3782 822463 10005",
                "CARD|5555-5555-5555-4444",
                "CARD|6011111111111117",
                "CARD|30569309025904",
                "IBAN|DE89 3704 0044 0532 0130 00",
                "IBAN|GB82WEST12345698765432",
                "IBAN|NL91ABNA0417164300"
            })
    void what_a_person_wrote_is_found_in_the_middle_of_a_sentence(Kind kind, String written) {
        String text = "Please use " + written + ", thanks.";
        assertThat(PersonalData.in(text))
                .extracting(Match::kind, match -> text.substring(match.start(), match.end()))
                .containsExactly(tuple(kind, written));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "4242 4242 4242 4243",
                "order 1234567890123456",
                "DE89 3704 0044 0532 0130 01",
                "XX89370400440532013000",
                "1715760000000",
                "2024-05-15 10:00:00 and 2024-05-16",
                "192.168.100.200 and 10.0.0.1:8080",
                "4155552671",
                "HAT001 on 2024-05-20 at 06:00:00, flight 123-456",
                "foo@1.2.3 and @example.com and a@b",
                "git clone git@github.com:org/repo.git",
                "2026-11-28 12:34:56 +0100 2026 and 1700000000 +0000 2026-11",
                "x = +0.12345678",
                "de89abcd-1234-1234-1234-123456789abc and 3b18e512dba79e4c8300dd08aeb37f8e728b8dad",
                "part 0049-30-1234567 and 00493012345",
                "credit_card_4421486 of mia_li_3818",
                "1 + 2 - 3 * (4.0 - 5.25) = 12345678.9",
                "a 0.4155552671 b 123-4567-89012"
            })
    void ordinary_texts_hold_none(String text) {
        assertThat(PersonalData.in(text)).isEmpty();
    }

    @Test
    void the_same_value_gets_the_same_placeholder_wherever_it_stands_in_the_row() {
        Redaction redaction = new Redaction();
        Map<String, Object> arguments = new LinkedHashMap<>();
        arguments.put("to", "ANN@example.org");
        arguments.put("card", 4111111111111111L);
        arguments.put("list", List.of(Map.of("phone", "+1 415 555 2671", "n", 7L)));
        List<Message> redacted = redaction.messages(List.of(
                Message.of(Role.USER, "I am ann@example.org, not bob@example.org."),
                new Message(Role.ASSISTANT, "", List.of(new ToolCall("1", "send", arguments)), "", "")));
        assertThat(redacted.get(0).content()).isEqualTo("I am [email_1], not [email_2].");
        assertThat(redacted.get(1).toolCalls().get(0).arguments())
                .isEqualTo(Map.of(
                        "to", "[email_1]", "card", "[card_1]", "list", List.of(Map.of("phone", "[phone_1]", "n", 7L))));
        assertThat(redaction.found()).hasValue("3 e-mails, 1 phone number, 1 payment card");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@", "a@", "+1", "(", "4 ", "41", "DE89 ", "+4 (", "1.2-3 ", "eyJ-", "Bearer ", "://a:"})
    void no_text_takes_for_ever(String piece) {
        String text = piece.repeat(1_000_000 / piece.length());

        assertTimeoutPreemptively(Duration.ofSeconds(60), () -> {
            PersonalData.in(text);
            Secrets.in(Map.of("a", text));
        });
    }
}
