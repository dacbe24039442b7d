/**
 * The JSON that every face speaks, as records of JDK types: names in snake_case, absent is null.
 *
 * <p>Each record knows the way to and from the domain; there is no other mapping between the two.
 */
package org.autotrainer.application.wire;
