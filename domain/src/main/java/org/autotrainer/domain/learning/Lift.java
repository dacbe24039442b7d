package org.autotrainer.domain.learning;

import java.util.Optional;

/**
 * What the whole memory is worth: success where it was used, against control tasks that got nothing.
 *
 * @param measured the difference, with its interval; nothing until there is a control task
 * @param used judged attempts with memory
 * @param controls judged attempts without
 * @param successUsed the mean outcome with memory
 * @param successControls the mean outcome without
 */
public record Lift(Optional<Interval> measured, int used, int controls, double successUsed, double successControls) {}
