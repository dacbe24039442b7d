package org.autotrainer.domain.journal;

import java.util.List;
import org.autotrainer.domain.evaluation.CleanText;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.evaluation.Limits;

/**
 * A person said which wordings are one heuristic: from the first fact on, as if it had always been known.
 *
 * @param members ids of the normal forms of the wordings: they are one heuristic, and no other wording joins them by likeness
 */
public record Regrouped(String id, List<String> members) implements Fact {
    /** Checks each part. */
    public Regrouped {
        CleanText.required("id", id, Limits.NAME);
        members = List.copyOf(members);
        if (members.isEmpty()) {
            throw new InvalidValueException("a group has no members; it needs at least one wording");
        }
        members.forEach(member -> CleanText.required("members", member, Limits.NAME));
    }

    @Override
    public FactKind kind() {
        return FactKind.GROUPING;
    }
}
