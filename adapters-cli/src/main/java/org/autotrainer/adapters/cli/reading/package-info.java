/**
 * Files of evaluations: bytes are split into records, records become evaluations, and what is wrong with one is told with
 * its line, in words of our own.
 */
package org.autotrainer.adapters.cli.reading;
