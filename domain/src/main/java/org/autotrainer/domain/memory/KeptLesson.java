package org.autotrainer.domain.memory;

import org.autotrainer.domain.training.Lesson;

/**
 * One of the newest lessons, which training may draw on.
 *
 * @param position the position of the fact that it comes from
 * @param lesson task and advice, no more of it than training looks at
 */
public record KeptLesson(long position, Lesson lesson) {}
