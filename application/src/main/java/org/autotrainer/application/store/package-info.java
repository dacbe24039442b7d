/**
 * The store that needs no disk, and the one that pretends: {@code memory:} and dry runs.
 *
 * <p>Both keep what is written in layers over something older, so that taking a change back is dropping a layer.
 */
package org.autotrainer.application.store;
