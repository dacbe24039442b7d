/** What a command says and how: streams, terminal-safe text, tables, bars, progress and JSON. */
package org.autotrainer.adapters.cli.console;
