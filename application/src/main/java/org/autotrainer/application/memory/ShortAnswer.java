package org.autotrainer.application.memory;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.StringTokenizer;
import org.autotrainer.application.port.Entry;
import org.autotrainer.application.port.Snapshot;
import org.autotrainer.domain.journal.Fact;
import org.autotrainer.domain.memory.Answer;
import org.autotrainer.domain.memory.Credit;
import org.autotrainer.domain.memory.Proposed;
import org.autotrainer.domain.memory.Status;
import org.autotrainer.domain.training.AutoTrainer;
import org.autotrainer.domain.training.Lesson;
import org.autotrainer.domain.training.TrainingSuggestion;

/**
 * An answer as the journal keeps it beside its fact: what cannot be worked out again.
 *
 * <p>A letter for the status of each suggestion, the positions of the lessons that were trained on, then the letter of the
 * credit if there is one: {@code aap 7 9 c}.
 */
public final class ShortAnswer {
    private ShortAnswer() {}

    static byte[] of(Answer answer) {
        StringBuilder text = new StringBuilder();
        answer.proposed().forEach(proposed -> text.append(letter(proposed.status())));
        answer.lessonPositions().forEach(position -> text.append(' ').append(position));
        answer.credit().ifPresent(credit -> text.append(' ').append(credit.letter()));
        return text.toString().getBytes(US_ASCII);
    }

    /** The whole answer that was given to an evaluation or training run. */
    public static Answer whole(String agent, Entry entry, Snapshot snapshot) {
        String text = new String(entry.answer(), US_ASCII);
        int end = text.indexOf(' ') < 0 ? text.length() : text.indexOf(' ');
        String letters = text.substring(0, end);
        List<Long> positions = new ArrayList<>();
        Optional<Credit> credit = Optional.empty();
        for (StringTokenizer words = new StringTokenizer(text.substring(end)); words.hasMoreTokens(); ) {
            String word = words.nextToken();
            if (Character.isDigit(word.charAt(0))) {
                positions.add(Long.valueOf(word));
            } else {
                credit = Optional.of(Credit.of(word.charAt(0)));
            }
        }
        AutoTrainer trainer = new AutoTrainer();
        List<Lesson> lessons = positions.stream()
                .map(position -> lesson(agent, position, snapshot))
                .toList();
        List<TrainingSuggestion> suggestions =
                trainer.suggestTraining(entry.fact(agent).recorded(), lessons);
        List<Proposed> proposed = new ArrayList<>();
        for (int i = 0; i < Math.min(suggestions.size(), letters.length()); i++) {
            Status status = status(letters.charAt(i));
            TrainingSuggestion suggestion = suggestions.get(i);
            proposed.add(new Proposed(suggestion.id(agent), suggestion, status, Proposed.Effect.NONE, ""));
        }
        return new Answer(proposed, positions, credit);
    }

    private static Lesson lesson(String agent, long position, Snapshot snapshot) {
        Fact fact = snapshot.entries(agent, position - 1, 1).get(0).fact(agent);
        return fact.recorded()
                .map(Lesson::of)
                .orElseThrow(() -> new IllegalStateException("the fact at " + position + " is no lesson"));
    }

    private static Status status(char letter) {
        for (Status status : Status.values()) {
            if (letter(status) == letter) {
                return status;
            }
        }
        throw new IllegalArgumentException("an answer holds the letter " + letter + ", which stands for no status");
    }

    private static char letter(Status status) {
        return status.word().charAt(0);
    }
}
