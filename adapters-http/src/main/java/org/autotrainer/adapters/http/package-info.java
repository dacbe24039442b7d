/**
 * The loop over HTTP, and in MCP over HTTP or two streams: the same use cases and the same JSON as the command.
 *
 * <p>A request passes the gate, finds its route, brings its body without holding a thread, and is worked on by a thread of
 * the pool. Everything has a limit: connections, heads, bodies and what all of them hold, time, and work under way.
 */
package org.autotrainer.adapters.http;
