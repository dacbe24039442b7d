package org.autotrainer.domain.dataset.format;

import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.DatasetFile;
import org.autotrainer.domain.dataset.DatasetFormat;

/**
 * A folder as the Hub of Hugging Face takes it: a configuration each for conversations, pairs and labelled
 * conversations, in TRL's columns, and a {@code README.md} that declares them.
 *
 * <p>The files are declared by their names: otherwise a report that lies beside them would be taken for a split.
 */
final class HuggingFace implements DatasetFormat.Folder {
    @Override
    public String name() {
        return "huggingface";
    }

    @Override
    public String summary() {
        return "a folder for the Hugging Face Hub: TRL's conversations, pairs, labels, README.md";
    }

    @Override
    public List<DatasetFormat.Part> parts() {
        return List.of(
                new DatasetFormat.Part("sft", new TrlSft()),
                new DatasetFormat.Part("preference", new TrlPreference()),
                new DatasetFormat.Part("kto", new TrlKto()));
    }

    @Override
    public Map<String, String> beside(List<DatasetFile> written) {
        StringBuilder readme = new StringBuilder("---\n");
        readme.append(written.isEmpty() ? "" : "configs:\n");
        String part = "";
        for (DatasetFile file : written) {
            if (!file.part().equals(part)) {
                readme.append("- config_name: ").append(file.part()).append('\n');
                readme.append(part.isEmpty() ? "  default: true\n" : "").append("  data_files:\n");
                part = file.part();
            }
            readme.append("  - split: ").append(file.side().word()).append('\n');
            readme.append("    path: \"").append(file.name()).append("\"\n");
        }
        readme.append("tags:\n- trl\n- autotrainer\n---\n\n# Data set\n\n");
        readme.append("Made of recorded evaluations of an agent. `manifest.json` tells what went in.\n\n");
        readme.append("| file | rows | tokens, estimated |\n|---|---|---|\n");
        written.forEach(file -> readme.append("| ")
                .append(file.name())
                .append(" | ")
                .append(file.rows())
                .append(" | ")
                .append(file.tokens())
                .append(" |\n"));
        return Map.of("README.md", readme.toString());
    }
}
