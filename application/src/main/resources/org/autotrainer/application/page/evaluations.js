// The evaluations that were recorded: to filter, and to open one.
import { meter } from "./charts.js";
import { brief, count, counted, empty, flat, h, minute, result, told } from "./dom.js";

const RESULTS = {
    success: { words: "succeeded", asked: { success: "true" } },
    failure: { words: "failed", asked: { success: "false" } },
    error: { words: "could not be judged", asked: { outcome: "error" } },
};
const LOOKED_AT = "20,000 facts";

/** What is chosen, as parameters of the list. */
export function asked({ task = "", critic = "", result: wanted = "" }) {
    return { task_id: task, critic, ...RESULTS[wanted]?.asked };
}

/** The view; links leads to one, next reads the following page, choose lists those that fit something else. */
export function evaluationList(page, chosen, { links, next, choose }) {
    const filtered = Object.values(chosen).some((value) => value !== "");
    if (page.items.length === 0 && page.next == null && !filtered) {
        return [
            h("h1", null, "Evaluations"),
            empty(
                "No evaluation was recorded yet.",
                "A critic judges an attempt at a task: tests, a person, a model. autotrainer train records its judgements from files, POST /v1/evaluations one by one.",
            ),
        ];
    }
    const body = h("tbody", { role: "rowgroup" });
    const note = h("p", { class: "note", role: "status" });
    const more = h("button", { type: "button" }, "Show older");
    let cursor = null;
    const append = (one) => {
        body.append(...one.items.map((item) => row(item, links)));
        cursor = one.next;
        table.hidden = body.rows.length === 0;
        more.hidden = cursor == null;
        note.textContent = found(body.rows.length, one, filtered);
    };
    more.addEventListener("click", async () => {
        more.disabled = true;
        try {
            append(await next(cursor));
        } catch (failed) {
            note.textContent = flat(failed.message);
        } finally {
            more.disabled = false;
        }
    });
    const table = h(
        "table",
        { class: "data evaluations", role: "table" },
        h(
            "thead",
            { role: "rowgroup" },
            h(
                "tr",
                { role: "row" },
                ["Task", "Result", "Score", "Critic", "Suggested", "Recorded"].map((name) =>
                    h("th", { scope: "col", role: "columnheader" }, name),
                ),
            ),
        ),
        body,
    );
    append(page);
    return [h("h1", null, "Evaluations"), toolbar(chosen, choose), note, table, more];
}

/** How many there are so far; a page that is not full may not be the last, since the server looks at so many facts for one. */
function found(rows, page, filtered) {
    if (page.next == null) {
        return rows === 0
            ? "None fits."
            : counted(rows, "evaluation") + (filtered ? " that fit" : "") + ", all there are.";
    }
    const sofar = rows === 0 ? "None yet" : counted(rows, "evaluation") + (filtered ? " that fit" : "");
    return (
        sofar +
        (page.items.length === 0
            ? "; none among the last " + LOOKED_AT + " that were looked at."
            : ", the newest first.")
    );
}

function toolbar(chosen, choose) {
    const text = (name, label) => {
        const control = h("input", {
            type: "search",
            id: name,
            value: chosen[name],
            autocomplete: "off",
            spellcheck: "false",
            onchange: () => choose({ ...chosen, [name]: control.value.trim() }),
        });
        return h("div", { class: "field" }, h("label", { for: name }, label), control);
    };
    const results = h(
        "select",
        { id: "result", onchange: () => choose({ ...chosen, result: results.value }) },
        h("option", { value: "" }, "every result"),
        Object.entries(RESULTS).map(([name, { words }]) => h("option", { value: name }, words)),
    );
    results.value = chosen.result;
    return h(
        "div",
        { class: "toolbar" },
        text("task", "Task, by its whole id"),
        text("critic", "Critic"),
        h("div", { class: "field" }, h("label", { for: "result" }, "Result"), results),
    );
}

function row(item, links) {
    const version = [
        item.attempt > 0 ? "attempt " + count(item.attempt) : "",
        item.revision > 0 ? "revision " + count(item.revision) : "",
    ].filter(Boolean);
    return h(
        "tr",
        { role: "row" },
        h(
            "td",
            { role: "cell", class: "what" },
            h("a", { href: links(item.id) }, told(item.task_id)),
            h(
                "p",
                { class: "note" },
                item.run ? ["run ", told(item.run), " \u00b7 "] : null,
                version.length === 0 ? null : version.join(" \u00b7 ") + " \u00b7 ",
                brief(item.id),
            ),
        ),
        h(
            "td",
            { role: "cell", "data-name": "result" },
            h(
                "div",
                { class: "check" },
                result(item),
                item.retracted ? h("span", { class: "chip retired" }, "retracted") : null,
            ),
        ),
        h(
            "td",
            { role: "cell", class: "score", "data-name": "score" },
            h("div", { class: "check" }, meter(item.score, "accent", "score"), h("span", null, item.score.toFixed(2))),
        ),
        h(
            "td",
            { role: "cell", "data-name": "critic" },
            item.critic?.id ? told(item.critic.id) : h("span", { class: "nothing" }, "not named"),
        ),
        h("td", { role: "cell", class: "number", "data-name": "suggested" }, count(item.suggested)),
        h("td", { role: "cell", "data-name": "recorded" }, h("span", { class: "when" }, minute(item.recorded_at))),
    );
}
