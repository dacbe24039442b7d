/** The composition root: the program's entry, and the one module that says who gets what. */
package org.autotrainer.adapters.cli.boot;
