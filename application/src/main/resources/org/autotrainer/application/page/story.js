// One heuristic: where it came from, what it did, why it has its status.
import { effectLegend, effects, meter, reach } from "./charts.js";
import { chip, count, counted, flat, h, minute, section, span, told } from "./dom.js";

/** The view; decisions are the buttons that stand beneath why it has its status, ofTask leads to the evaluations of a task. */
export function story(item, back, decisions, ofTask) {
    const evidence = item.evidence;
    return [
        h("p", { class: "crumb" }, h("a", { href: back }, "\u2190 all heuristics")),
        h("h1", { class: "quote" }, told(item.text)),
        h("p", { class: "lead" }, chip(item.status), " ", h("code", { class: "id" }, flat(item.id))),
        section(
            "Why its status is \u201c" + flat(item.status) + "\u201d",
            null,
            h("p", null, told(evidence.explanation)),
            warnings(item),
            decisions,
            history(item.history),
        ),
        section("What it did", null, deeds(evidence)),
        section("Where it came from", null, origin(item, ofTask)),
    ];
}

function warnings(item) {
    return item.flags.length === 0
        ? null
        : h(
              "ul",
              { class: "warnings" },
              item.flags.map((flag) => h("li", null, told(flag))),
          );
}

function history(changes) {
    return changes.length === 0
        ? h("p", { class: "nothing" }, "Its status has not changed yet.")
        : h(
              "ol",
              { class: "timeline" },
              [...changes]
                  .reverse()
                  .map((change) =>
                      h(
                          "li",
                          null,
                          h("p", { class: "when" }, minute(change.at)),
                          h("p", null, chip(change.from), " \u2192 ", chip(change.to)),
                          h("p", { class: "note" }, told(change.because)),
                      ),
                  ),
          );
}

function deeds(evidence) {
    const handed = evidence.shown + evidence.withheld;
    const byTag = Object.entries(evidence.measured_by_tag ?? {});
    const most = reach([evidence, ...byTag.map(([, measured]) => ({ measured }))]);
    const verdict =
        evidence.verdict === "unknown"
            ? "Not proven either way yet."
            : "Proven: it " +
              evidence.verdict +
              (evidence.corrected
                  ? ", and that holds among all heuristics together."
                  : ", though not yet among all heuristics together.");
    return [
        h("p", null, verdict, " The e-value is " + evidence.e_value.toFixed(1) + "; from 40 on it is proof."),
        effectLegend(),
        h("div", { class: "large" }, effects(evidence, most)),
        byTag.length === 0
            ? null
            : h(
                  "div",
                  { class: "by-tag" },
                  h("h3", null, "Measured by tag of the task"),
                  h(
                      "ul",
                      { class: "values" },
                      byTag.map(([tag, measured]) =>
                          h("li", null, h("strong", { class: "value" }, told("#" + tag)), effects({ measured }, most)),
                      ),
                  ),
              ),
        h(
            "dl",
            { class: "facts" },
            h(
                "div",
                { class: "fact" },
                h("dt", null, "shown"),
                h("dd", null, h("strong", null, counted(evidence.shown, "recall"))),
            ),
            h(
                "div",
                { class: "fact" },
                h("dt", null, "withheld by a coin"),
                h(
                    "dd",
                    null,
                    handed === 0 ? null : meter(evidence.withheld / handed, "accent", "share withheld"),
                    h("strong", null, counted(evidence.withheld, "recall")),
                ),
            ),
        ),
    ];
}

function origin(item, ofTask) {
    const counts = (title, all, nameless) => {
        const most = Math.max(1, ...Object.values(all));
        return Object.keys(all).length === 0
            ? null
            : h(
                  "div",
                  null,
                  h("h3", null, title),
                  h(
                      "ul",
                      { class: "counts" },
                      Object.entries(all)
                          .sort((a, b) => b[1] - a[1])
                          .map(([name, times]) =>
                              h(
                                  "li",
                                  null,
                                  h("span", null, name === "" ? nameless : told(name)),
                                  meter(times / most, "accent", times + " times"),
                                  h("span", { class: "number" }, count(times)),
                              ),
                          ),
                  ),
              );
    };
    const wordings = Object.entries(item.wordings).slice(1);
    return [
        h(
            "p",
            null,
            item.suggested === 0
                ? "It was set by hand; no evaluation has suggested it."
                : "Suggested " +
                      counted(item.suggested, "time") +
                      " in " +
                      counted(item.support, "task") +
                      ", " +
                      span(item.first_seen, item.last_seen) +
                      ".",
        ),
        item.contexts.length === 0
            ? null
            : h(
                  "p",
                  null,
                  "Its tasks were about ",
                  item.contexts.map((term, i) => [i > 0 ? ", " : "", told(term)]),
                  ".",
              ),
        h(
            "div",
            { class: "pair" },
            counts("Suggested by", item.critics, "a critic without a name"),
            counts("From sources that are not trusted", item.strangers, "a source without a name"),
        ),
        wordings.length === 0
            ? null
            : [
                  h("h3", null, "The same in other words"),
                  h(
                      "ul",
                      { class: "rows" },
                      wordings.map(([id, text]) =>
                          h("li", null, h("code", { class: "id" }, flat(id).slice(0, 12)), told(text)),
                      ),
                  ),
              ],
        keys(item, ofTask),
    ];
}

/** Where it was set last: the keys, with their texts where those are others. */
function keys(item, ofTask) {
    const key = (one) => {
        const name = h("code", null, told(one.key));
        return one.task_id === "" ? name : h("a", { href: ofTask(one.task_id) }, name);
    };
    const other = item.origins.filter((one) => one.text !== item.text);
    const same = item.origins.filter((one) => one.text === item.text);
    return item.origins.length === 0
        ? null
        : [
              h("h3", null, "Newest keys, each with the evaluations of its task"),
              same.length === 0
                  ? null
                  : h(
                        "ul",
                        { class: "tags" },
                        same.map((one) => h("li", { title: flat(one.reason) }, key(one))),
                    ),
              other.length === 0
                  ? null
                  : h(
                        "ul",
                        { class: "rows" },
                        other.map((one) => h("li", null, key(one), h("span", null, told(one.text)))),
                    ),
          ];
}
