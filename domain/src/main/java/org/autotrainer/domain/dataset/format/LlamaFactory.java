package org.autotrainer.domain.dataset.format;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.domain.dataset.DatasetFile;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.dataset.JsonLine;
import org.autotrainer.domain.dataset.Side;

/**
 * A folder for LLaMA-Factory: conversations, pairs and labelled conversations, with the {@code dataset_info.json} that
 * declares each file.
 */
final class LlamaFactory implements DatasetFormat.Folder {
    private static final String SFT = "sft";
    private static final String PREFERENCE = "preference";
    private static final String KTO = "kto";

    @Override
    public String name() {
        return "llama-factory";
    }

    @Override
    public String summary() {
        return "a folder for LLaMA-Factory: conversations, pairs, labels, dataset_info.json";
    }

    @Override
    public List<DatasetFormat.Part> parts() {
        return List.of(
                new DatasetFormat.Part(SFT, new LlamaFactorySft()),
                new DatasetFormat.Part(PREFERENCE, new LlamaFactoryPreference()),
                new DatasetFormat.Part(KTO, new LlamaFactoryKto()));
    }

    @Override
    public Map<String, String> beside(List<DatasetFile> written) {
        Map<String, Object> info = new LinkedHashMap<>();
        written.forEach(file -> info.put(datasetName(file), declaration(file)));
        return Map.of("dataset_info.json", JsonLine.of(info) + "\n");
    }

    /** The name by which a configuration asks for the file. */
    private static String datasetName(DatasetFile file) {
        return "autotrainer_" + file.part()
                + (file.side() == Side.TRAIN ? "" : "_" + file.side().word());
    }

    private static Map<String, Object> declaration(DatasetFile file) {
        Map<String, Object> declaration = new LinkedHashMap<>();
        declaration.put("file_name", file.name());
        declaration.put("formatting", "sharegpt");
        Map<String, Object> columns = new LinkedHashMap<>();
        columns.put("messages", "conversations");
        columns.put("system", "system");
        columns.put("tools", "tools");
        if (file.part().equals(PREFERENCE)) {
            declaration.put("ranking", true);
            columns.put("chosen", "chosen");
            columns.put("rejected", "rejected");
        } else if (file.part().equals(KTO)) {
            columns.put("kto_tag", "kto_tag");
        }
        declaration.put("columns", columns);
        return declaration;
    }
}
