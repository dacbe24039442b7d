// All heuristics: to search, to filter, to sort.
import { effectLegend, effects, handed, reach, scale } from "./charts.js";
import { STATUSES, brief, chip, count, counted, empty, h, told } from "./dom.js";

const SHOWN = 100;
const known = (effect, part) => (effect ? effect[part] : -Infinity);
const ORDERS = [
    { name: "support", words: "most support", of: (item) => item.support },
    { name: "believed", words: "highest believed uplift", of: (item) => known(item.evidence.believed, "uplift") },
    { name: "measured", words: "highest measured uplift", of: (item) => known(item.evidence.measured, "uplift") },
    { name: "shown", words: "most often shown", of: (item) => item.evidence.shown },
    { name: "proof", words: "strongest proof (e-value)", of: (item) => item.evidence.e_value },
    { name: "last", words: "suggested last", of: (item) => Date.parse(item.last_seen) || 0 },
    { name: "text", words: "text, A to Z", of: (item) => item.text.toLowerCase() },
];

const chosen = { words: "", status: "", order: "believed", turned: false };

function fits(item) {
    const words = chosen.words.toLowerCase().split(/\s+/).filter(Boolean);
    const text = (item.text + " " + item.id + " " + item.contexts.join(" ")).toLowerCase();
    return (chosen.status === "" || item.status === chosen.status) && words.every((word) => text.includes(word));
}

function sorted(items) {
    const order = ORDERS.find((one) => one.name === chosen.order);
    const direction = (order.name === "text" ? 1 : -1) * (chosen.turned ? -1 : 1);
    const keys = new Map(items.map((item) => [item, order.of(item)]));
    return [...items].sort((one, other) => {
        const [a, b] = [keys.get(one), keys.get(other)];
        return a === b ? (one.id < other.id ? -1 : 1) : (a < b ? -1 : 1) * direction;
    });
}

/** The view; links leads to the story of one. */
export function heuristicList({ heuristics }, links) {
    if (heuristics.items.length === 0) {
        return [
            h("h1", null, "Heuristics"),
            empty(
                "No heuristic was learned yet.",
                "Critics bring them: put \u201csuggestions\u201d into an evaluation. A person sets one with autotrainer heuristics set.",
            ),
        ];
    }
    const most = reach(heuristics.items.map((item) => item.evidence));
    const often = Math.max(1, ...heuristics.items.map((item) => item.evidence.shown + item.evidence.withheld));
    const body = h("tbody", { role: "rowgroup" });
    const note = h("p", { class: "note", role: "status" });
    const more = h("button", { type: "button", onclick: () => fill(body.rows.length + SHOWN) }, "Show more");
    const heads = new Map();
    const fill = (limit) => {
        const found = sorted(heuristics.items.filter(fits));
        body.replaceChildren(...found.slice(0, limit).map((item) => row(item, most, often, links)));
        note.textContent =
            counted(found.length, "heuristic") +
            (found.length > limit ? ", the first " + count(limit) + " shown" : "") +
            (heuristics.next ? "; of more than these, those with the most support were read" : "");
        more.hidden = found.length <= limit;
        heads.forEach((head, name) =>
            head.setAttribute("aria-sort", chosen.order !== name ? "none" : chosen.turned ? "ascending" : "descending"),
        );
        order.value = chosen.order;
    };
    const change = (field) => (event) => {
        chosen[field] = event.target.value;
        chosen.turned = false;
        fill(SHOWN);
    };
    const search = h("input", {
        type: "search",
        id: "search",
        value: chosen.words,
        autocomplete: "off",
        spellcheck: "false",
        oninput: change("words"),
    });
    const status = h(
        "select",
        { id: "status", onchange: change("status") },
        h("option", { value: "" }, "every status"),
        STATUSES.map((one) => h("option", { value: one }, one)),
    );
    status.value = chosen.status;
    const order = h(
        "select",
        { id: "order", onchange: change("order") },
        ORDERS.map((one) => h("option", { value: one.name }, one.words)),
    );
    const head = (label, name, extra) => {
        const cell = h(
            "th",
            { scope: "col", role: "columnheader" },
            h(
                "button",
                {
                    type: "button",
                    class: "sort",
                    onclick: () => {
                        chosen.turned = chosen.order === name && !chosen.turned;
                        chosen.order = name;
                        fill(SHOWN);
                    },
                },
                label,
            ),
            extra,
        );
        heads.set(name, cell);
        return cell;
    };
    const table = h(
        "table",
        { class: "data heuristics", role: "table" },
        h(
            "thead",
            { role: "rowgroup" },
            h(
                "tr",
                { role: "row" },
                head("Heuristic", "text"),
                head("Uplift, in points", "believed", scale(most)),
                head("Shown / withheld", "shown"),
                head("Support", "support"),
            ),
        ),
        body,
    );
    fill(SHOWN);
    return [
        h("h1", null, "Heuristics"),
        h("div", { class: "toolbar" }, field("Search", search), field("Status", status), field("Order", order)),
        note,
        effectLegend(),
        table,
        more,
    ];
}

function field(name, control) {
    return h("div", { class: "field" }, h("label", { for: control.id }, name), control);
}

function row(item, most, often, links) {
    const evidence = item.evidence;
    const verdict =
        evidence.verdict === "unknown"
            ? null
            : h("span", { class: "verdict " + evidence.verdict }, "proven: " + evidence.verdict);
    return h(
        "tr",
        { role: "row" },
        h(
            "td",
            { role: "cell", class: "what" },
            links ? h("a", { href: links(item.id) }, told(item.text)) : told(item.text),
            h("p", { class: "note" }, chip(item.status), " ", verdict, " ", brief(item.id)),
            links ? null : h("details", null, h("summary", null, "why"), h("p", null, told(evidence.explanation))),
        ),
        h("td", { role: "cell", class: "uplift" }, effects(evidence, most)),
        h(
            "td",
            { role: "cell", class: "handed", "data-name": "shown / withheld" },
            evidence.shown + evidence.withheld === 0
                ? h("span", { class: "nothing" }, "never")
                : [
                      handed(evidence.shown, evidence.withheld, often),
                      h("span", null, count(evidence.shown) + " / " + count(evidence.withheld)),
                  ],
        ),
        h("td", { role: "cell", class: "support number", "data-name": "support" }, counted(item.support, "task")),
    );
}
