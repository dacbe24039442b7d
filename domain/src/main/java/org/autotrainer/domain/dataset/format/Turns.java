package org.autotrainer.domain.dataset.format;

import java.util.ArrayList;
import java.util.List;
import org.autotrainer.domain.dataset.Checked;
import org.autotrainer.domain.dataset.Finding;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Role;

/**
 * A conversation for trainers that want two sides to take turns, the user first: what one side says in a row is one
 * turn, and the answers of tools are on the user's side.
 *
 * @param instructions what the system said, all of it; empty when nothing
 * @param turns the user's and the assistant's, one after the other
 * @param mends what was changed
 */
record Turns(String instructions, List<Turn> turns, List<Finding> mends) {
    /** What one side says in a row. */
    record Turn(boolean assistant, List<Message> messages) {}

    /** The turns of messages, or why there are none. */
    static Checked<Turns> of(List<Message> messages) {
        List<Finding> mends = new ArrayList<>();
        List<Message> said = messages.stream()
                .filter(message -> message.role() != Role.SYSTEM)
                .filter(message ->
                        message.role() != Role.USER || !message.content().isBlank())
                .toList();
        int first = 0;
        while (first < said.size() && said.get(first).role() != Role.USER) {
            first++;
        }
        if (first == said.size()) {
            return Checked.rejected("no_user", "no user says anything in it");
        }
        if (first > 0) {
            mends.add(new Finding("greeting_cut", "what was said before the user's first words was cut"));
        }
        List<Turn> turns = turns(said.subList(first, said.size()));
        if (turns.size() < said.size() - first) {
            mends.add(new Finding("turns_merged", "messages of one side in a row were put together"));
        }
        return new Checked.Accepted<>(new Turns(instructions(messages), turns, mends));
    }

    /** The turns of a prompt, which the user, or a tool, ends, or why there are none. */
    static Checked<Turns> ofPrompt(List<Message> prompt) {
        return of(prompt)
                .then(turns -> turns.turns().get(turns.turns().size() - 1).assistant()
                        ? Checked.rejected("empty_prompt", "the user says nothing before the turns")
                        : new Checked.Accepted<>(turns));
    }

    static String instructions(List<Message> messages) {
        return String.join(
                "\n\n",
                messages.stream()
                        .filter(message -> message.role() == Role.SYSTEM)
                        .map(Message::content)
                        .filter(content -> !content.isBlank())
                        .toList());
    }

    private static List<Turn> turns(List<Message> said) {
        List<Turn> turns = new ArrayList<>();
        for (Message message : said) {
            boolean assistant = message.role() == Role.ASSISTANT;
            if (turns.isEmpty() || turns.get(turns.size() - 1).assistant() != assistant) {
                turns.add(new Turn(assistant, new ArrayList<>()));
            }
            turns.get(turns.size() - 1).messages().add(message);
        }
        return turns;
    }
}
