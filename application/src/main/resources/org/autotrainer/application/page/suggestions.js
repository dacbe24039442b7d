// Training suggestions that wait for a person, to apply or to dismiss.
import { count, empty, flat, h, told } from "./dom.js";

const KINDS = {
    heuristic_update: "a heuristic to set",
    prompt_tuning: "a prompt to tune",
    strategy_param: "a parameter to change",
    fine_tune_dataset: "an example to train on",
};

const VERBS = {
    apply: { label: "Apply", doing: "Applying", done: "Applied" },
    dismiss: { label: "Dismiss", doing: "Dismissing", done: "Dismissed" },
};

/**
 * The view; lack says why the token may not decide, or is empty. decide carries one out or dismisses it, decided is told what was,
 * next reads the following page, choose shows another kind.
 */
export function suggestionList(page, kind, lack, { decide, decided, next, choose }) {
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
    const several = selection(list, lack, decide, decided);
    const append = (items) => several.add(items.map((item) => card(item, lack, several, decide, decided)));
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
        lack === "" ? null : h("p", { class: "note", id: "lack" }, flat(lack)),
        h("div", { class: "toolbar" }, h("div", { class: "field" }, h("label", { for: "kind" }, "Kind"), kinds)),
        page.items.length === 0 ? h("p", { class: "nothing" }, "None of this kind waits.") : [several.bar, list],
        more,
    ].flat();
}

function button(label, lack, attributes) {
    return h(
        "button",
        {
            type: "button",
            disabled: lack !== "",
            "aria-describedby": lack === "" ? null : "lack",
            ...attributes,
        },
        label,
    );
}

/** Decides on several at once, one after the other; what fails stays, and says why. */
function selection(list, lack, decide, decided) {
    const cards = new Set();
    const chosen = () => [...cards].filter((one) => one.box.checked);
    const every = h("input", {
        type: "checkbox",
        id: "every",
        disabled: lack !== "",
        onchange: () => {
            cards.forEach((one) => {
                one.box.checked = every.checked;
            });
            tell();
        },
    });
    const progress = h("p", { class: "note", role: "status", id: "progress" });
    const buttons = Object.entries(VERBS).map(([verb, { label }]) =>
        button(label + " selected", lack, { disabled: true, id: verb + "-selected", onclick: () => all(verb) }),
    );
    const tell = () => {
        const some = chosen().length;
        every.checked = some > 0 && some === cards.size;
        every.indeterminate = some > 0 && some < cards.size;
        buttons.forEach((one) => {
            one.disabled = lack !== "" || some === 0;
        });
        progress.textContent = some === 0 ? "" : count(some) + " selected";
    };
    const bar = h(
        "div",
        { class: "selection", role: "group", "aria-label": "Decide on several" },
        h("label", { class: "check" }, every, "Select all shown"),
        buttons,
        progress,
    );
    const all = async (verb) => {
        const some = chosen();
        const { label, doing, done } = VERBS[verb];
        const held = [...bar.querySelectorAll("button, input"), ...list.querySelectorAll("button, input")];
        held.forEach((one) => {
            one.disabled = true;
        });
        const failed = [];
        for (const [i, one] of some.entries()) {
            progress.textContent = doing + " " + count(i + 1) + " of " + count(some.length) + "\u2026";
            try {
                await decide(one.item, verb);
                one.remove();
            } catch (problem) {
                one.fail(problem);
                failed.push(one);
            }
        }
        held.forEach((one) => {
            one.disabled = false;
        });
        cards.forEach((one) => {
            one.box.checked = failed.includes(one);
        });
        tell();
        const words =
            done +
            " " +
            count(some.length - failed.length) +
            " of " +
            count(some.length) +
            (failed.length === 0 ? "." : ". Those that are still selected say why it did not work.");
        progress.textContent = words;
        (failed[0]?.box ?? (cards.size > 0 ? every : document.getElementById("main"))).focus();
        await decided(label + " selected: " + words);
    };
    return {
        bar,
        tell,
        add: (some) => {
            some.forEach((one) => cards.add(one));
            list.append(...some.map((one) => one.element));
            tell();
        },
        remove: (one) => {
            cards.delete(one);
            one.element.remove();
            tell();
            if (cards.size === 0) {
                bar.hidden = true;
                list.replaceWith(h("p", { class: "nothing" }, "All of these are decided. Refresh to look for more."));
            }
        },
    };
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

function card(item, lack, several, decide, decided) {
    const problem = h("p", { class: "problem", role: "alert", hidden: true });
    const box = h("input", {
        type: "checkbox",
        "aria-label": "Select: " + flat(item.key),
        disabled: lack !== "",
        onchange: several.tell,
    });
    const act = (verb) =>
        button(VERBS[verb].label, lack, {
            class: verb === "apply" ? "main" : "",
            "aria-label": VERBS[verb].label + ": " + flat(item.key),
            onclick: async (event) => {
                const held = [...element.querySelectorAll("button, input")];
                held.forEach((one) => {
                    one.disabled = true;
                });
                try {
                    await decide(item, verb);
                } catch (failed) {
                    one.fail(failed);
                    held.forEach((one) => {
                        one.disabled = false;
                    });
                    event.target.focus();
                    return;
                }
                const other = element.nextElementSibling ?? element.previousElementSibling;
                several.remove(one);
                (other?.querySelector("button") ?? document.getElementById("main")).focus();
                await decided(VERBS[verb].done + ": " + flat(item.key));
            },
        });
    const element = h(
        "li",
        { class: "part" },
        h(
            "p",
            { class: "note check" },
            box,
            h("span", { class: "chip" }, KINDS[item.kind] ?? flat(item.kind)),
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
        h("div", { class: "actions" }, act("apply"), act("dismiss")),
    );
    const one = {
        item,
        box,
        element,
        remove: () => several.remove(one),
        fail: (failed) => {
            problem.textContent = flat(failed.message);
            problem.hidden = false;
        },
    };
    return one;
}

/** How many wait, for the menu. */
export function waiting(page) {
    return count(page.items.length) + (page.next == null ? "" : "+");
}
