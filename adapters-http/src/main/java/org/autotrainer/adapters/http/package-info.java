/**
 * The loop over HTTP: the same use cases and the same JSON as the command.
 *
 * <p>So far this room holds what every answer of a server needs first: how a problem is told. The server itself follows.
 */
package org.autotrainer.adapters.http;
