package org.autotrainer.domain.dataset;

import java.util.List;
import org.autotrainer.domain.evaluation.Message;
import org.autotrainer.domain.evaluation.Tool;

/**
 * Two turns of the assistant at the same place of one task: one that led to success, and one that did not.
 *
 * @param prompt what was said before, the same in both attempts; ends with a user or a tool
 * @param chosen the turn of the attempt that succeeded
 * @param rejected the turn of the attempt that failed
 * @param tools the tools that the agent could call
 * @param mends what was changed to make both sound; empty when they were
 */
public record Pair(List<Message> prompt, Message chosen, Message rejected, List<Tool> tools, List<Finding> mends) {
    /** Keeps copies of the lists. */
    public Pair {
        prompt = List.copyOf(prompt);
        tools = List.copyOf(tools);
        mends = List.copyOf(mends);
    }
}
