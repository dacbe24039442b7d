/**
 * Whom advice comes from, and what about its text a person should look at before it is used.
 *
 * <p>The gate is {@link org.autotrainer.domain.trust.Trust}: what comes from below {@code trusted} waits for a person,
 * whatever it says. {@link org.autotrainer.domain.trust.Flags} only help that person to look, since advice that does
 * harm in plain words is told from good advice by no scanner. All scanners read a text once, from left to right.
 */
package org.autotrainer.domain.trust;
