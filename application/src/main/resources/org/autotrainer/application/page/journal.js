// The newest facts of the journal.
import { brief, count, empty, flat, h, minute, told } from "./dom.js";

/** The view; next reads the following page, links leads to an evaluation. */
export function journalTail(page, next, links) {
    if (page.items.length === 0) {
        return [
            h("h1", null, "Journal"),
            empty("The journal is empty.", "Each evaluation, recall and decision becomes a fact here."),
        ];
    }
    const body = h("tbody", { role: "rowgroup" });
    const append = (items) => body.append(...items.map((item) => fact(item, links)));
    append(page.items);
    let cursor = page.next;
    const more = h(
        "button",
        {
            type: "button",
            hidden: cursor == null,
            onclick: async () => {
                more.disabled = true;
                try {
                    const following = await next(cursor);
                    cursor = following.next;
                    append(following.items);
                } finally {
                    more.disabled = false;
                    more.hidden = cursor == null;
                }
            },
        },
        "Show older",
    );
    const head = (name) => h("th", { scope: "col", role: "columnheader" }, name);
    return [
        h("h1", null, "Journal"),
        h("p", { class: "lead" }, "All that was learned follows from these facts. The newest come first."),
        h(
            "table",
            { class: "data journal", role: "table" },
            h(
                "thead",
                { role: "rowgroup" },
                h("tr", { role: "row" }, head("recorded"), head("fact"), head("task"), head("what happened")),
            ),
            body,
        ),
        more,
    ];
}

function fact(item, links) {
    return h(
        "tr",
        { role: "row" },
        h(
            "td",
            { role: "cell", class: "when" },
            h("span", { class: "position" }, "#" + count(item.position)),
            " ",
            minute(item.recorded_at),
        ),
        h(
            "td",
            { role: "cell" },
            h("span", { class: "chip" }, flat(item.kind)),
            item.revision > 0 ? h("span", { class: "note" }, " revision " + count(item.revision)) : null,
        ),
        h("td", { role: "cell" }, item.task_id === "" ? h("span", { class: "nothing" }, "\u2013") : told(item.task_id)),
        h(
            "td",
            { role: "cell", class: "what" },
            item.kind === "evaluation" ? h("a", { href: links(item.id) }, told(item.summary)) : told(item.summary),
            " ",
            brief(item.id),
        ),
    );
}
