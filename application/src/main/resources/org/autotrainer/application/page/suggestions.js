// Training suggestions that wait for a person, to apply or to dismiss.
import { count, empty, flat, h, told } from "./dom.js";

const KINDS = {
    heuristic_update: "a heuristic to set",
    prompt_tuning: "a prompt to tune",
    strategy_param: "a parameter to change",
    fine_tune_dataset: "an example to train on",
};

/** The view; decide carries one out or dismisses it, next reads the following page, choose shows another kind. */
export function suggestionList(page, kind, { decide, next, choose }) {
    if (page.items.length === 0 && kind === "") {
        return [
            h("h1", null, "Suggestions"),
            empty(
                "Nothing waits for you.",
                "Here stand suggestions that are not applied at once: tasks to train on, and all kinds whose mode is \u201cpropose\u201d.",
            ),
        ];
    }
    const kinds = h(
        "select",
        { id: "kind", onchange: () => choose(kinds.value) },
        h("option", { value: "" }, "all kinds"),
        Object.entries(KINDS).map(([name, words]) => h("option", { value: name }, words)),
    );
    kinds.value = kind;
    const list = h("ul", { class: "suggestions" });
    const append = (items) => list.append(...items.map((item) => card(item, decide, list)));
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
        "Show more",
    );
    return [
        h("h1", null, "Suggestions"),
        h(
            "p",
            { class: "lead" },
            "What is applied changes what agents are told, or what a data set holds. What is dismissed stays dismissed.",
        ),
        h("div", { class: "toolbar" }, h("div", { class: "field" }, h("label", { for: "kind" }, "Kind"), kinds)),
        page.items.length === 0 ? h("p", { class: "nothing" }, "None of this kind waits.") : list,
        more,
    ];
}

function value(item) {
    const target = item.value;
    if (item.kind !== "fine_tune_dataset" || target === null || typeof target !== "object") {
        return h("p", { class: "advice" }, told(typeof target === "object" ? JSON.stringify(target) : target));
    }
    return [
        h(
            "p",
            null,
            "The task ",
            told(target.task_id),
            target.outcome === "failed" ? " failed" : " scored low",
            ", score " + Number(target.score).toFixed(2) + ".",
        ),
        target.suggestions.length === 0
            ? null
            : h(
                  "ul",
                  { class: "plain" },
                  target.suggestions.map((text) => h("li", null, told(text))),
              ),
    ];
}

function card(item, decide, list) {
    const problem = h("p", { class: "problem", role: "alert", hidden: true });
    const act = (verb, label) =>
        h(
            "button",
            {
                type: "button",
                class: verb === "apply" ? "main" : "",
                "aria-label": label + ": " + flat(item.key),
                onclick: async (event) => {
                    const buttons = [...element.querySelectorAll("button")];
                    buttons.forEach((button) => {
                        button.disabled = true;
                    });
                    try {
                        await decide(item, verb);
                        const other = element.nextElementSibling ?? element.previousElementSibling;
                        element.remove();
                        (other?.querySelector("button") ?? document.getElementById("main")).focus();
                        if (list.children.length === 0) {
                            list.replaceWith(
                                h("p", { class: "nothing" }, "All of these are decided. Refresh to look for more."),
                            );
                        }
                    } catch (failed) {
                        problem.textContent = flat(failed.message);
                        problem.hidden = false;
                        buttons.forEach((button) => {
                            button.disabled = false;
                        });
                        event.target.focus();
                    }
                },
            },
            label,
        );
    const element = h(
        "li",
        { class: "part" },
        h(
            "p",
            { class: "note" },
            h("span", { class: "chip" }, KINDS[item.kind] ?? flat(item.kind)),
            " ",
            h("code", null, told(item.key)),
        ),
        value(item),
        h(
            "p",
            { class: "note" },
            told(item.reason),
            item.source_task_id && item.kind !== "fine_tune_dataset"
                ? [" \u00b7 task ", told(item.source_task_id)]
                : null,
        ),
        problem,
        h("div", { class: "actions" }, act("apply", "Apply"), act("dismiss", "Dismiss")),
    );
    return element;
}

/** How many wait, for the menu. */
export function waiting(page) {
    return count(page.items.length) + (page.next == null ? "" : "+");
}
