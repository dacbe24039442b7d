// The drawings: bars, and effects with their intervals.
import { h, interval, points, svg, tellsNothing } from "./dom.js";

const FEW_COINS = "too few coins yet";

/** One bar of parts of a whole, with its words beside it for those who do not see it. */
export function parts(all, words) {
    const whole = all.reduce((sum, part) => sum + part.value, 0);
    let reached = 0;
    return svg(
        "svg",
        { class: "parts", role: "img", "aria-label": words },
        all
            .filter((part) => part.value > 0)
            .map((part) => {
                const from = (100 * reached) / whole;
                reached += part.value;
                return svg("rect", {
                    class: "fill-" + part.kind,
                    x: from + "%",
                    width: Math.max(0.4, (100 * part.value) / whole) + "%",
                    height: "100%",
                });
            }),
    );
}

/** A bar that is as long as a share. */
export function meter(share, kind, words) {
    return svg(
        "svg",
        { class: "meter", role: "img", "aria-label": words },
        svg("rect", { class: "fill-ground", width: "100%", height: "100%", rx: 3 }),
        share > 0 &&
            svg("rect", { class: "fill-" + kind, width: Math.max(0.6, 100 * share) + "%", height: "100%", rx: 3 }),
    );
}

/** How often something was shown and withheld, as long as its share of the most. */
export function handed(shown, withheld, most) {
    return svg(
        "svg",
        { class: "meter", role: "img", "aria-label": shown + " shown, " + withheld + " withheld" },
        svg("rect", { class: "fill-ground", width: "100%", height: "100%", rx: 3 }),
        svg("rect", { class: "fill-accent", width: (100 * shown) / most + "%", height: "100%", rx: 3 }),
        withheld > 0 &&
            svg("rect", {
                class: "fill-trial",
                x: (100 * shown) / most + "%",
                width: Math.max(0.8, (100 * withheld) / most) + "%",
                height: "100%",
            }),
    );
}

/** The axis that has room for what is believed and for the middle of what is measured: points left and right of no effect. */
export function reach(evidence) {
    const sizes = evidence
        .flatMap((one) => [
            one?.believed && Math.max(Math.abs(one.believed.low), Math.abs(one.believed.high)),
            one?.measured && Math.abs(one.measured.uplift),
        ])
        .filter(Number.isFinite);
    return Math.min(1, Math.max(0.2, Math.ceil(10 * Math.max(0, ...sizes)) / 10));
}

/** The scale above bars of the same reach. */
export function scale(most) {
    return h(
        "span",
        { class: "scale", "aria-hidden": "true" },
        h("span", null, points(-most).replace(".0", "")),
        h("span", null, "0"),
        h("span", null, points(most).replace(".0", "")),
    );
}

function place(value, most) {
    return 50 + 50 * Math.max(-1, Math.min(1, value / most));
}

function effect(kind, one, most, y, tone = one.low > 0 ? "helps" : one.high < 0 ? "harms" : "open") {
    const cut = (left) => svg("path", { class: "cut " + kind, d: left ? "M7,-4 L1,0 L7,4" : "M-7,-4 L-1,0 L-7,4" });
    const at = (x, child) => svg("svg", { x: x + "%", y, overflow: "visible" }, child);
    const [from, to] = [place(one.low, most), place(one.high, most)];
    return svg(
        "g",
        { class: "effect " + kind + " " + tone },
        svg("rect", {
            class: "range",
            x: from + "%",
            y: y - 3,
            width: Math.max(0.8, to - from) + "%",
            height: 6,
            rx: 3,
        }),
        one.low < -most && at(0, cut(true)),
        one.high > most && at(100, cut(false)),
        Math.abs(one.uplift) <= most &&
            svg("circle", { class: "middle", cx: place(one.uplift, most) + "%", cy: y, r: 4.5 }),
    );
}

/** What is believed and what coins have measured, one above the other around the line of no effect. */
export function effects(evidence, most) {
    const both = [
        ["believed", evidence?.believed],
        ["measured", evidence?.measured],
    ].filter(([, one]) => one);
    if (both.length === 0) {
        return h("p", { class: "nothing" }, "nothing known yet");
    }
    const height = 18 * both.length;
    const words = both
        .map(([kind, one]) =>
            tellsNothing(one) ? kind + ": " + FEW_COINS : kind + " " + points(one.uplift) + " points, " + interval(one),
        )
        .join("; ");
    return h(
        "div",
        { class: "effects" },
        svg(
            "svg",
            { class: "drawing", height, role: "img", "aria-label": words },
            svg("line", { class: "zero", x1: "50%", x2: "50%", y1: 0, y2: height }),
            both.map(([kind, one], i) => effect(kind, one, most, 9 + 18 * i)),
        ),
        h(
            "p",
            { class: "figures", "aria-hidden": "true" },
            both.map(([kind, one]) =>
                h(
                    "span",
                    null,
                    h("span", { class: "word" }, kind + " "),
                    tellsNothing(one)
                        ? FEW_COINS
                        : [
                              h("strong", null, points(one.uplift)),
                              " [" + interval(one).replace(" to ", ", ") + "]",
                          ],
                ),
            ),
        ),
    );
}

/** Tells the two kinds of effect apart. */
export function effectLegend() {
    const sample = (kind) =>
        svg(
            "svg",
            { class: "sample", height: 14, "aria-hidden": "true" },
            effect(kind, { low: -1, high: 1, uplift: 0 }, 1, 7, "helps"),
        );
    return h(
        "p",
        { class: "legend" },
        h("span", null, sample("believed"), "believed: from all outcomes together"),
        h("span", null, sample("measured"), "measured: by coins alone, valid at every look"),
        h("span", null, "Points of success, with intervals of 95 %."),
    );
}
