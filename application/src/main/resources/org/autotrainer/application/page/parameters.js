// Strategy parameters, with what is known about each value.
import { effectLegend, effects, reach } from "./charts.js";
import { counted, empty, h, told } from "./dom.js";

/** The view. */
export function parameterList({ parameters }) {
    if (parameters.items.length === 0) {
        return [
            h("h1", null, "Strategy parameters"),
            empty(
                "Nothing is known of a parameter yet.",
                "A choice that a recall made appears here when an evaluation answers it, by the receipt of the recall.",
                "To choose, put \u201cchoices\u201d into a recall, such as {\u201ctemperature\u201d: [0.2, 0.0, 0.7]}: it chooses one value, and learns which is best.",
            ),
        ];
    }
    const most = reach(parameters.items.flatMap((item) => item.values));
    return [
        h("h1", null, "Strategy parameters"),
        h("p", { class: "lead" }, "Effects are against the first value of each, which is the default."),
        effectLegend(),
        h(
            "div",
            { class: "cards" },
            parameters.items.map((item) =>
                h(
                    "section",
                    { class: "part" },
                    h("h2", null, told(item.name)),
                    h("p", { class: "note" }, "Recommended: ", h("strong", null, told(item.recommended))),
                    h(
                        "ul",
                        { class: "values" },
                        item.values.map((value, i) =>
                            h(
                                "li",
                                { class: value.value === item.recommended ? "best" : "" },
                                h(
                                    "div",
                                    { class: "value" },
                                    h("strong", null, told(value.value)),
                                    h("span", { class: "note" }, "in " + counted(value.used, "attempt")),
                                    i === 0 ? h("span", { class: "chip" }, "default") : null,
                                    value.verdict === "better"
                                        ? h("span", { class: "verdict helps" }, "proven: better")
                                        : null,
                                ),
                                i === 0
                                    ? h("p", { class: "nothing" }, "what the others are compared with")
                                    : effects(value, most),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ];
}
