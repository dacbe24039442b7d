// What a person decides on one heuristic, above what the evidence says.
import { counted, flat, h, told } from "./dom.js";

const DECISIONS = {
    approve: { label: "Approve", done: "Approved: it may be handed out." },
    pin: { label: "Pin", done: "Pinned: it is shown whenever it is relevant, and never withheld." },
    retire: {
        label: "Retire",
        done: "Retired: it is not handed out until it is restored.",
        sure: "Retire it? It is not handed out any more, until somebody restores it.",
    },
    restore: {
        label: "Restore",
        done: "Restored: it begins anew.",
        sure: "Restore it? It begins anew, and what was believed of it is forgotten.",
    },
    unpin: {
        verb: "restore",
        label: "Unpin",
        done: "Unpinned: it begins anew.",
        sure: "Unpin it? It begins anew, and what was believed of it is forgotten.",
    },
};
const OFFERED = {
    quarantined: ["approve", "retire"],
    pinned: ["unpin", "retire"],
    retired: ["restore", "pin"],
};

/** What can be decided now; decide carries one out, lack says why the token may not, or is empty. */
export function curation(item, lack, decide) {
    const problem = h("p", { class: "problem", role: "alert" });
    const place = h("div", { class: "actions" });
    const button = (label, kind, onclick) =>
        h(
            "button",
            {
                type: "button",
                class: kind,
                disabled: lack !== "",
                "aria-describedby": lack === "" ? null : "lack",
                onclick,
            },
            label,
        );
    const carryOut = async (name) => {
        const { verb = name, done } = DECISIONS[name];
        problem.textContent = "";
        place.querySelectorAll("button").forEach((one) => {
            one.disabled = true;
        });
        try {
            await decide(verb, done);
        } catch (failed) {
            problem.textContent = flat(failed.message);
            offer(name);
        }
    };
    const ask = (name) => {
        const leave = button("Leave it", "", () => offer(name));
        place.replaceChildren(
            h("p", { id: "sure" }, DECISIONS[name].sure),
            button("Yes, " + DECISIONS[name].label.toLowerCase() + " it", "main", () => carryOut(name)),
            leave,
        );
        leave.setAttribute("aria-describedby", "sure");
        leave.focus();
    };
    const offer = (focused) => {
        const names = OFFERED[item.status] ?? ["pin", "retire"];
        const buttons = names.map((name) =>
            button(DECISIONS[name].label, name === "approve" ? "main" : "", () =>
                DECISIONS[name].sure ? ask(name) : carryOut(name),
            ),
        );
        place.replaceChildren(...buttons);
        buttons[names.indexOf(focused)]?.focus();
    };
    offer(null);
    return h(
        "div",
        { class: "curation", id: "curation", tabindex: "-1", role: "group", "aria-label": "Decide on it" },
        h("p", { class: "outcome", id: "outcome" }),
        item.status === "quarantined" ? held(item) : null,
        place,
        problem,
        lack === "" ? null : h("p", { class: "note", id: "lack" }, flat(lack)),
        h(
            "p",
            { class: "note" },
            "To put it together with another, or to make a wording one of its own: ",
            h("code", null, "autotrainer heuristics merge"),
            " and ",
            h("code", null, "split"),
            ".",
        ),
    );
}

/** Why it waits, for who approves it. */
function held(item) {
    const strangers = Object.entries(item.strangers);
    const because = item.history.filter((change) => change.to === "quarantined").pop()?.because;
    return [
        because ? h("p", null, told(because), ". Nobody is shown it until a person approves it.") : null,
        h(
            "p",
            null,
            strangers.length === 0
                ? "No source below trusted brought it."
                : "It came from below trusted: ",
            strangers.map(([name, times], i) => [
                i > 0 ? ", " : "",
                name === "" ? "a source without a name" : h("strong", null, told(name)),
                " (" + counted(times, "time") + ")",
            ]),
            strangers.length === 0 ? "" : ".",
        ),
        item.flags.length === 0
            ? null
            : h("p", null, "Look at what is said of its text above before you approve it."),
    ];
}
