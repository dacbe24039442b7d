// Builds what is shown. Texts become text nodes and nothing else: nothing here makes markup of a string.

/** An element with attributes and children; children that are null or false are left out. */
export function h(tag, attributes, ...children) {
    return filled(document.createElement(tag), attributes, children);
}

/** An element of a drawing. */
export function svg(tag, attributes, ...children) {
    return filled(document.createElementNS("http://www.w3.org/2000/svg", tag), attributes, children);
}

function filled(element, attributes, children) {
    for (const [name, value] of Object.entries(attributes ?? {})) {
        if (name.startsWith("on")) {
            element.addEventListener(name.slice(2), value);
        } else if (value === true) {
            element.setAttribute(name, "");
        } else if (value !== false && value != null) {
            element.setAttribute(name, value);
        }
    }
    for (const child of children.flat(3)) {
        if (child != null && child !== false) {
            element.append(child);
        }
    }
    return element;
}

// Format characters can hide or turn text; they are shown by their number.
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029\u034f\u115f\u1160\u3164\uffa0\u{e0100}-\u{e01ef}]/gu;

/** Whether a joiner does its work in a script or an emoji, and hides nothing. */
function joins(text, at) {
    const code = text.charCodeAt(at);
    return (code === 0x200c || code === 0x200d) && text.charCodeAt(at - 1) > 0x7f && text.charCodeAt(at + 1) > 0x7f;
}

function pieces(text) {
    const found = [];
    let end = 0;
    for (const match of text.matchAll(HIDDEN)) {
        if (match[0] === "\n" || match[0] === "\t" || joins(text, match.index)) {
            continue;
        }
        found.push(text.slice(end, match.index), { hidden: match[0].codePointAt(0) });
        end = match.index + match[0].length;
    }
    found.push(text.slice(end));
    return found.filter((piece) => piece !== "");
}

function number(code) {
    return "U+" + code.toString(16).toUpperCase().padStart(4, "0");
}

/** A text from memory: on its own in the order of writing, with what would be hidden in it shown. */
export function told(text) {
    return h(
        "bdi",
        { dir: "auto", class: "told" },
        pieces(String(text)).map((piece) =>
            piece.hidden === undefined
                ? piece
                : h("span", { class: "hidden-mark", title: "a hidden character" }, number(piece.hidden)),
        ),
    );
}

/** The same where only a plain text fits. */
export function flat(text) {
    return pieces(String(text))
        .map((piece) => (piece.hidden === undefined ? piece : "[" + number(piece.hidden) + "]"))
        .join("");
}

const WHOLE = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** A count. */
export function count(value) {
    return WHOLE.format(value);
}

/** A count with its word. */
export function counted(value, word) {
    return count(value) + " " + word + (value === 1 ? "" : "s");
}

/** A share as a percentage. */
export function percent(share) {
    return (100 * share).toFixed(1) + "%";
}

/** A share of success in points, with its sign; two shares differ by 100 points at most. */
export function points(share) {
    const value = (100 * Math.max(-1, Math.min(1, share))).toFixed(1);
    return share > 0 && value !== "0.0" ? "+" + value : value.replace("-0.0", "0.0").replace("-", "\u2212");
}

/** Whether an interval holds every difference that there can be, so that nothing is known. */
export function tellsNothing(effect) {
    return effect.low <= -1 && effect.high >= 1;
}

/** An interval in points. */
export function interval(effect) {
    return points(effect.low) + " to " + points(effect.high);
}

const DAY = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" });

/** A day such as 7 Apr 2026. */
export function day(time) {
    return DAY.format(new Date(time));
}

/** A moment such as 2026-05-21 09:30 UTC. */
export function minute(time) {
    return time.length < 16 ? flat(time) : time.slice(0, 10) + " " + time.slice(11, 16) + " UTC";
}

/** From one day to another, in short. */
export function span(from, to) {
    return day(from) === day(to) ? day(from) : day(from) + " \u2013 " + day(to);
}

/** A short form of an id. */
export function brief(id) {
    return h("code", { class: "id" }, flat(id).slice(0, 12));
}

/** Where heuristics stand. */
export const STATUSES = ["pinned", "active", "trial", "candidate", "retired", "quarantined"];

/** A status as a word in a frame. */
export function chip(status) {
    return h("span", { class: "chip " + (STATUSES.includes(status) ? status : "") }, flat(status));
}

/** The result of an evaluation as a word in a frame. */
export function result(evaluation) {
    const word = evaluation.outcome === "error" ? "error" : evaluation.success ? "success" : "failure";
    return h("span", { class: "chip " + word }, word);
}

/** A part of a page with its heading. */
export function section(title, note, ...children) {
    return h(
        "section",
        { class: "part" },
        h("h2", null, title),
        note ? h("p", { class: "note" }, note) : null,
        ...children,
    );
}

/** What stands where there is nothing yet. */
export function empty(title, ...lines) {
    return h(
        "div",
        { class: "empty" },
        h("h2", null, title),
        lines.map((line) => (typeof line === "string" ? h("p", null, line) : line)),
    );
}
