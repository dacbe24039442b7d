/**
 * Named providers: what can be added by dropping a jar into {@code plugins/}.
 *
 * <p>A provider is listed in {@code META-INF/services} and chosen by its name; none or two of a name is an error that
 * lists what there is. Providers are plain Java: no container, no annotations, no side effects when they are made.
 */
package org.autotrainer.application.spi;
