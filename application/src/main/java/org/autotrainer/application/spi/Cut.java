package org.autotrainer.application.spi;

import java.util.List;

/** How a file is cut into records: objects in plain JDK types, each small enough to be held in memory. */
public sealed interface Cut {
    /** JSON objects, as they stand: one on a line, the elements of one array, or one after the other. */
    record Objects() implements Cut {}

    /**
     * The elements of one array within one JSON object. What stands before the array is the head of the file; what
     * stands after it is not read.
     *
     * @param pointer where the array is, as a JSON Pointer of member names, such as {@code /results/results}
     */
    record Elements(String pointer) implements Cut {}

    /** The members of one JSON object: each is a record of its {@code name} and its {@code value}. */
    record Members() implements Cut {}

    /**
     * The rows of a table in CSV with one line of headings: each is a record of its cells by their headings, all texts. The
     * second column of the same heading is {@code HEADING #2}.
     */
    record Rows() implements Cut {}

    /**
     * The elements of an XML document that bear a name: each is a record of its {@code name}, its {@code attributes}, its
     * {@code text}, its {@code children}, which are such records too, and its {@code parents} without their children, the
     * outermost first.
     */
    record Tags(String name) implements Cut {}

    /**
     * The JSON objects in a folder of an archive: a zip file, or a folder of the file system.
     *
     * @param folder where they are within the archive, such as {@code samples/}
     * @param heads the entries beside them that tell of all: each that is there is a member of the head under its name
     */
    record Entries(String folder, List<String> heads) implements Cut {
        /** Keeps a copy. */
        public Entries {
            heads = List.copyOf(heads);
        }
    }

    /** The lines of a text, those that are blank too: each is a record of its {@code text}. */
    record Lines() implements Cut {}
}
