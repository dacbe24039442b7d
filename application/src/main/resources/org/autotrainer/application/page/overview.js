// What the memory is worth, how success went, what stands out, and what measuring costs.
import { effectLegend, effects, meter, parts, reach } from "./charts.js";
import {
    STATUSES,
    brief,
    chip,
    count,
    counted,
    empty,
    flat,
    h,
    interval,
    minute,
    percent,
    points,
    section,
    tellsNothing,
    told,
} from "./dom.js";
import { successChart } from "./success.js";

/** The view; links leads from a heuristic to its story, where there is one. */
export function overview({ report, success, heuristics }, links) {
    const learned = Object.values(report.heuristics).reduce((sum, number) => sum + number, 0);
    if (learned === 0 && success.steps.length === 0) {
        return [
            h("h1", null, "Overview"),
            empty(
                "Nothing is known about this agent yet.",
                "Send an evaluation after each task, and ask for heuristics before it. What they are worth then shows here.",
                h(
                    "p",
                    null,
                    "To see it with examples: ",
                    h("code", null, "autotrainer train examples/evaluations.jsonl"),
                ),
            ),
        ];
    }
    const evidence = new Map(heuristics.items.map((item) => [item.id, item]));
    const proven = new Set(report.proven.map((line) => line.id));
    const best = report.best.filter((line) => !proven.has(line.id)).slice(0, 5);
    const harmful = report.retired.slice(0, 5);
    const most = reach([...report.proven, ...best, ...harmful].map((line) => evidence.get(line.id)?.evidence));
    const listed = (title, note, lines) =>
        lines.length === 0 ? null : section(title, note, standing(lines, evidence, most, links));
    return [
        h("h1", null, "What the memory is worth"),
        worth(report.total_lift),
        section(
            "Success over time",
            null,
            success.steps.length === 0
                ? h("p", { class: "nothing" }, "No attempt was judged yet.")
                : successChart(success),
        ),
        h("div", { class: "pair" }, statuses(report.heuristics, learned), cost(report)),
        listed("Proven by coins", "At most one heuristic in forty that does nothing ever gets here.", report.proven),
        listed("Believed to help most", "Not proven: all that was shown together was learned together.", best),
        listed("Retired for harm", null, harmful),
        listed(
            "Waiting for approval",
            "Not shown to anyone until a person approves it.",
            report.quarantined.slice(0, 5),
        ),
        drift(report.drift),
        critics(report.critics),
    ];
}

function worth(lift) {
    const bar = (name, share, judged, kind) =>
        h(
            "div",
            { class: "bar-row" },
            h("span", { class: "bar-name" }, name),
            meter(judged === 0 ? 0 : share, kind, name + ": " + (judged === 0 ? "none judged" : percent(share))),
            h("span", { class: "bar-value" }, judged === 0 ? "\u2013" : percent(share)),
            h("span", { class: "bar-note" }, counted(judged, "task")),
        );
    const words = lift.uplift && !tellsNothing(lift.uplift)
        ? [
              h(
                  "p",
                  { class: "figure " + (lift.uplift.low > 0 ? "helps" : lift.uplift.high < 0 ? "harms" : "") },
                  points(lift.uplift.uplift),
                  h("span", { class: "unit" }, "points of success"),
              ),
              h(
                  "p",
                  null,
                  "With 95 % certainty " +
                      interval(lift.uplift) +
                      ", measured against control tasks that got nothing on purpose.",
              ),
          ]
        : [
              h("p", { class: "figure unknown" }, "not known yet"),
              h(
                  "p",
                  null,
                  lift.used + lift.controls === 0
                      ? "No evaluation has quoted the receipt of a recall. About two tasks in a hundred become control tasks."
                      : "About two tasks in a hundred are control tasks; it takes a few of them to tell.",
              ),
          ];
    return h(
        "section",
        { class: "worth", "aria-label": "Total lift" },
        h("div", { class: "worth-words" }, words),
        h(
            "div",
            { class: "bars" },
            bar("with memory", lift.success_used, lift.used, "accent"),
            bar("control tasks", lift.success_controls, lift.controls, "control"),
        ),
    );
}

function statuses(counts, all) {
    const some = STATUSES.filter((status) => counts[status] > 0);
    return section(
        "Heuristics",
        counted(all, "heuristic") + " by status",
        all === 0
            ? h("p", { class: "nothing" }, "None was learned yet.")
            : [
                  parts(
                      some.map((status) => ({ kind: status, value: counts[status] })),
                      some.map((status) => counts[status] + " " + status).join(", "),
                  ),
                  h(
                      "ul",
                      { class: "keys" },
                      some.map((status) =>
                          h(
                              "li",
                              null,
                              h("span", { class: "dot fill-" + status }),
                              status,
                              h("strong", null, count(counts[status])),
                          ),
                      ),
                  ),
              ],
    );
}

function cost({ cost: spent, trust }) {
    const row = (name, value, share) =>
        h(
            "div",
            { class: "fact" },
            h("dt", null, name),
            h(
                "dd",
                null,
                share === undefined ? null : meter(share, "accent", name + ": " + value),
                h("strong", null, value),
            ),
        );
    return section(
        "What measuring costs",
        null,
        h(
            "dl",
            { class: "facts" },
            row("recalls with a receipt", count(spent.receipts)),
            row(
                "never answered by an evaluation",
                count(spent.unanswered),
                spent.receipts === 0 ? 0 : spent.unanswered / spent.receipts,
            ),
            row("withheld by a coin", percent(spent.withheld_share), spent.withheld_share),
            row("successes it is believed to have cost", spent.expected_loss.toFixed(1)),
            row("tokens put into prompts", count(spent.tokens)),
            spent.tokens_per_success == null
                ? null
                : row("tokens for each success gained", count(spent.tokens_per_success)),
            spent.withheld_share === 0
                ? row("beliefs that coins bear out", "\u2013")
                : row("beliefs that coins bear out", percent(trust), trust),
        ),
    );
}

function standing(lines, evidence, most, links) {
    const known = lines.map((line) => evidence.get(line.id)?.evidence);
    return h(
        "ul",
        { class: "standing" },
        lines.map((line, i) =>
            h(
                "li",
                null,
                h(
                    "div",
                    { class: "standing-text" },
                    links ? h("a", { href: links(line.id) }, told(line.text)) : told(line.text),
                    h(
                        "p",
                        { class: "note" },
                        evidence.has(line.id) ? chip(evidence.get(line.id).status) : null,
                        " ",
                        brief(line.id),
                    ),
                ),
                known[i]?.believed ? effects(known[i], most) : h("p", { class: "note" }, told(line.explanation)),
            ),
        ),
        known.some((one) => one?.believed) ? h("li", { class: "standing-legend" }, effectLegend()) : null,
    );
}

function drift(lines) {
    return lines.length === 0
        ? null
        : section(
              "Drift",
              "Outcomes left what was expected.",
              h(
                  "ul",
                  { class: "rows" },
                  lines
                      .slice(-8)
                      .reverse()
                      .map((line) =>
                          h(
                              "li",
                              null,
                              h("span", { class: "when" }, minute(line.at)),
                              h(
                                  "span",
                                  null,
                                  flat(line.what) + " ",
                                  told(line.id),
                                  line.direction === "up"
                                      ? " rose above what was expected"
                                      : " fell below what was expected",
                              ),
                          ),
                      ),
              ),
          );
}

function critics(lines) {
    if (lines.length === 0) {
        return null;
    }
    const cells = (critic) => [
        count(critic.judged),
        percent(critic.success),
        critic.score.toFixed(2),
        points(critic.leniency),
    ];
    const remarks = (critic) => [
        critic.warning ? h("strong", { class: "warning" }, flat(critic.warning)) : null,
        ...Object.entries(critic.agreement).map(([other, kappa]) =>
            h(
                "span",
                { class: "remark" },
                "agrees with ",
                other === "" ? "the nameless" : told(other),
                " at kappa " + kappa.toFixed(2),
            ),
        ),
    ];
    const names = ["judged", "success", "score", "lenient"];
    return section(
        "Critics",
        "Lenient: success above what was expected of the same tasks, in points.",
        h(
            "table",
            { class: "data", role: "table" },
            h(
                "thead",
                { role: "rowgroup" },
                h(
                    "tr",
                    { role: "row" },
                    h("th", { scope: "col", role: "columnheader" }, "critic"),
                    names.map((name) => h("th", { scope: "col", role: "columnheader", class: "number" }, name)),
                    h("th", { scope: "col", role: "columnheader" }, "remarks"),
                ),
            ),
            h(
                "tbody",
                { role: "rowgroup" },
                lines.map((critic) =>
                    h(
                        "tr",
                        { role: "row" },
                        h(
                            "th",
                            { scope: "row", role: "rowheader" },
                            critic.critic === "" ? "without a name" : told(critic.critic),
                        ),
                        cells(critic).map((value, i) =>
                            h("td", { role: "cell", class: "number", "data-name": names[i] }, value),
                        ),
                        h("td", { role: "cell" }, remarks(critic)),
                    ),
                ),
            ),
        ),
    );
}
