package org.autotrainer.domain.dataset.format;

import java.util.List;
import org.autotrainer.domain.dataset.DatasetFormat;
import org.autotrainer.domain.evaluation.InvalidValueException;

/** The formats of data sets that come with AutoTrainer, by name. */
public final class DatasetFormats {
    private static final List<DatasetFormat> ALL = List.of(
            new TrlSft(),
            new TrlPromptCompletion(),
            new TrlPreference(),
            new TrlKto(),
            new OpenAiChat(),
            new OpenAiPreference(),
            new OpenAiRft(),
            new Gemini(),
            new GeminiPreference(),
            new Bedrock(),
            new BedrockPreference(),
            new Mistral(),
            new LlamaFactory(),
            new HuggingFace(),
            new Targets());

    private DatasetFormats() {}

    /** All formats, in the order in which they are shown. */
    public static List<DatasetFormat> all() {
        return ALL;
    }

    /**
     * The format of a name.
     *
     * @throws InvalidValueException if there is none; the message lists the names
     */
    public static DatasetFormat named(String name) {
        for (DatasetFormat format : ALL) {
            if (format.name().equals(name)) {
                return format;
            }
        }
        throw new InvalidValueException("there is no data-set format \"" + name + "\"; there are "
                + String.join(", ", ALL.stream().map(DatasetFormat::name).toList()));
    }
}
