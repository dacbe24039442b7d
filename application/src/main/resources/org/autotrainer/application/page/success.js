// Success over time, drawn by uPlot.
import { count, counted, h, percent, span } from "./dom.js";

const LINES = [
    { name: "with memory", field: "with_memory", color: "--accent", width: 2.5 },
    { name: "control tasks, all so far", field: "control_so_far", color: "--harm", width: 2, dash: [6, 4] },
    { name: "without a recall", field: "without_recall", color: "--control", width: 0 },
];
const FEW = 3;
/** Attempts are whole: so are the steps of their axis. */
const STEPS = Array.from({ length: 10 }, (_, i) => [1, 2, 5].map((step) => step * 10 ** i)).flat();

function color(name) {
    return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** How many attempts a place in the drawing needs; where there are hardly any steps, each is shown. */
function least(line, steps) {
    return line.field === "with_memory" || steps.length < 3 ? 1 : FEW;
}

function drawn({ steps }) {
    return LINES.filter((line) => steps.some((step) => step[line.field].judged >= least(line, steps)));
}

function plot(place, success, lines, tell) {
    const steps = success.steps;
    const sizes = steps.map((step) => step.with_memory.judged + step.control.judged + step.without_recall.judged);
    let sum = 0;
    const middles = sizes.map((size) => (sum += size) - size / 2);
    const value = (field, part, few) =>
        steps.map((step) => (step[field].judged >= few ? 100 * step[field][part] : null));
    const data = [
        middles,
        value("with_memory", "high", 1),
        value("with_memory", "low", 1),
        ...lines.map((line) => value(line.field, "success", least(line, steps))),
    ];
    const faint = color("--accent") + "26";
    const axis = {
        stroke: color("--soft"),
        font: "12px system-ui, sans-serif",
        grid: { stroke: color("--line"), width: 1 },
        ticks: { show: false },
    };
    return new window.uPlot(
        {
            width: Math.max(260, place.clientWidth),
            height: place.clientWidth < 520 ? 220 : 300,
            legend: { show: false },
            padding: [12, 12, 0, 0],
            cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
            scales: { x: { time: false, range: () => [0, sum] }, y: { range: () => [0, 100] } },
            axes: [
                { ...axis, size: 34, space: 70, incrs: STEPS, values: (_, ticks) => ticks.map(count) },
                { ...axis, size: 48, values: (_, ticks) => ticks.map((tick) => tick + "%") },
            ],
            series: [
                {},
                { show: true, width: 0, points: { show: false } },
                { show: true, width: 0, points: { show: false } },
                ...lines.map((line) => ({
                    stroke: color(line.color),
                    width: line.width,
                    dash: line.dash,
                    spanGaps: true,
                    points: { show: steps.length < 3 || line.width === 0, size: 6, width: 0, fill: color(line.color) },
                })),
            ],
            bands: [{ series: [1, 2], fill: faint }],
            hooks: { setCursor: [(chart) => tell(chart.cursor.idx)] },
        },
        data,
        place,
    );
}

function table(success, lines) {
    const cell = (share) => (share.judged === 0 ? "\u2013" : percent(share.success) + " of " + count(share.judged));
    return h(
        "details",
        { class: "as-table" },
        h("summary", null, "The same as a table"),
        h(
            "div",
            { class: "scroll", tabindex: 0, role: "region", "aria-label": "Success over time as a table" },
            h(
                "table",
                null,
                h(
                    "thead",
                    null,
                    h(
                        "tr",
                        null,
                        h("th", { scope: "col" }, "from"),
                        lines.map((line) => h("th", { scope: "col" }, line.name)),
                    ),
                ),
                h(
                    "tbody",
                    null,
                    success.steps.map((step) =>
                        h(
                            "tr",
                            null,
                            h("th", { scope: "row" }, span(step.from, step.to)),
                            lines.map((line) => h("td", null, cell(step[line.field]))),
                        ),
                    ),
                ),
            ),
        ),
    );
}

/** Success over time: a line with its band for tasks with memory, and one each for control tasks and those without a recall. */
export function successChart(success) {
    const lines = drawn(success);
    const all = success.with_memory.judged + success.control.judged + success.without_recall.judged;
    const steps = success.steps;
    const readout = h("p", { class: "readout" });
    const tell = (index) => {
        const step = steps[index ?? steps.length - 1];
        readout.replaceChildren(
            h("strong", null, span(step.from, step.to)),
            ...lines
                .filter((line) => step[line.field].judged > 0)
                .map((line) =>
                    h(
                        "span",
                        { class: "swatch " + line.field },
                        line.name + " ",
                        h("strong", null, percent(step[line.field].success)),
                        " of " + count(step[line.field].judged),
                    ),
                ),
        );
    };
    tell(null);
    const words =
        "Success over time, " +
        counted(steps.length, "step") +
        ". " +
        lines
            .map((line) => {
                const known = steps.filter((step) => step[line.field].judged > 0);
                return (
                    line.name +
                    ": from " +
                    percent(known[0][line.field].success) +
                    " to " +
                    percent(known[known.length - 1][line.field].success)
                );
            })
            .join("; ") +
        ".";
    const place = h("div", { class: "plot", role: "img", "aria-label": words });
    let chart = null;
    const draw = () => {
        chart?.destroy();
        chart = place.clientWidth > 0 ? plot(place, success, lines, tell) : null;
    };
    let width = 0;
    new ResizeObserver(() => {
        if (place.clientWidth !== width) {
            width = place.clientWidth;
            draw();
        }
    }).observe(place);
    const dark = window.matchMedia("(prefers-color-scheme: dark)");
    const turned = () => (place.isConnected ? draw() : dark.removeEventListener("change", turned));
    dark.addEventListener("change", turned);
    return h(
        "div",
        { class: "over-time" },
        readout,
        place,
        h(
            "p",
            { class: "note" },
            counted(all, "judged attempt") +
                " in the order in which they were judged, " +
                span(steps[0].from, steps[steps.length - 1].to) +
                (success.complete ? "." : "; older ones are not drawn.") +
                " The band is the interval of 95 % of a step.",
        ),
        table(success, lines),
    );
}
