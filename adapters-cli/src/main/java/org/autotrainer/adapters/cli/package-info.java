/**
 * The {@code autotrainer} command: a class for each verb, which reads its options, calls one use case and tells what came
 * of it.
 *
 * <p>Standard output carries the answer, standard error everything else; with {@code --json} the answer is the JSON that the
 * other faces speak. {@code console} knows the terminal, {@code reading} the files of evaluations, {@code boot} puts it
 * together.
 */
package org.autotrainer.adapters.cli;
