/**
 * Text as the domain compares and counts it: normal form, terms, tokens.
 *
 * <p>All of it is deterministic and equal on every Java version: what Unicode assigned after version 13 counts as a
 * separator, since the tables of newer runtimes know it and those of older ones do not.
 */
package org.autotrainer.domain.text;
