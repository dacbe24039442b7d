package org.autotrainer.distribution;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.autotrainer.adapters.cli.Person;
import org.autotrainer.adapters.cli.SampleEvaluations;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.format.DatasetFormats;

/** Sample evaluations as data sets of every format, written by the command. */
final class Exports {
    private Exports() {}

    /** A new folder in another one, with NAME.jsonl for a format of one file and a folder NAME for one of several. */
    static Path in(Path folder) throws IOException {
        Person person = new Person(folder);
        person.does(
                "train",
                person.file("samples.jsonl", SampleEvaluations.lines(60).strip()));
        Path exported = Files.createDirectory(folder.resolve("exported"));
        for (DatasetFormat format : DatasetFormats.all()) {
            String name = format.name();
            if (format instanceof DatasetFormat.Folder) {
                String out = exported.resolve(name).toString();
                person.does("export", "--format", name, "--validation", "0.2", "--out", out);
            } else {
                String rows = person.does("export", "--format", name).out();
                Files.writeString(exported.resolve(name + ".jsonl"), rows);
            }
        }
        return exported;
    }
}
