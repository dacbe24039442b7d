// The drawings: bars, effects with their intervals, and success over time.
import { count, counted, h, interval, percent, points, span, svg } from "./dom.js";

/** One bar of parts of a whole, with its words beside it for those who do not see it. */
export function parts(all, words) {
  const whole = all.reduce((sum, part) => sum + part.value, 0);
  let reached = 0;
  return svg("svg", { class: "parts", role: "img", "aria-label": words }, all.filter((part) => part.value > 0).map((part) => {
    const from = 100 * reached / whole;
    reached += part.value;
    return svg("rect", { class: "fill-" + part.kind, x: from + "%", width: Math.max(0.4, 100 * part.value / whole) + "%", height: "100%" });
  }));
}

/** A bar that is as long as a share. */
export function meter(share, kind, words) {
  return svg("svg", { class: "meter", role: "img", "aria-label": words },
    svg("rect", { class: "fill-ground", width: "100%", height: "100%", rx: 3 }),
    share > 0 && svg("rect", { class: "fill-" + kind, width: Math.max(0.6, 100 * share) + "%", height: "100%", rx: 3 }));
}

/** How often something was shown and withheld, as long as its share of the most. */
export function handed(shown, withheld, most) {
  return svg("svg", { class: "meter", role: "img", "aria-label": shown + " shown, " + withheld + " withheld" },
    svg("rect", { class: "fill-ground", width: "100%", height: "100%", rx: 3 }),
    svg("rect", { class: "fill-accent", width: 100 * shown / most + "%", height: "100%", rx: 3 }),
    withheld > 0 && svg("rect", { class: "fill-trial", x: 100 * shown / most + "%", width: Math.max(0.8, 100 * withheld / most) + "%", height: "100%" }));
}

/** The axis that has room for what is believed and for the middle of what is measured: points left and right of no effect. */
export function reach(evidence) {
  const sizes = evidence.flatMap((one) => [
    one?.believed && Math.max(Math.abs(one.believed.low), Math.abs(one.believed.high)),
    one?.measured && Math.abs(one.measured.uplift)]).filter(Number.isFinite);
  return Math.min(1, Math.max(0.2, Math.ceil(10 * Math.max(0, ...sizes)) / 10));
}

/** The scale above bars of the same reach. */
export function scale(most) {
  return h("span", { class: "scale", "aria-hidden": "true" },
    h("span", null, points(-most).replace(".0", "")), h("span", null, "0"), h("span", null, points(most).replace(".0", "")));
}

function place(value, most) {
  return 50 + 50 * Math.max(-1, Math.min(1, value / most));
}

function effect(kind, one, most, y, tone = one.low > 0 ? "helps" : one.high < 0 ? "harms" : "open") {
  const cut = (left) => svg("path", { class: "cut " + kind, d: left ? "M7,-4 L1,0 L7,4" : "M-7,-4 L-1,0 L-7,4" });
  const at = (x, child) => svg("svg", { x: x + "%", y, overflow: "visible" }, child);
  const [from, to] = [place(one.low, most), place(one.high, most)];
  return svg("g", { class: "effect " + kind + " " + tone },
    svg("rect", { class: "range", x: from + "%", y: y - 3, width: Math.max(0.8, to - from) + "%", height: 6, rx: 3 }),
    one.low < -most && at(0, cut(true)), one.high > most && at(100, cut(false)),
    Math.abs(one.uplift) <= most && svg("circle", { class: "middle", cx: place(one.uplift, most) + "%", cy: y, r: 4.5 }));
}

/** What is believed and what coins have measured, one above the other around the line of no effect. */
export function effects(evidence, most) {
  const both = [["believed", evidence?.believed], ["measured", evidence?.measured]].filter(([, one]) => one);
  if (both.length === 0) {
    return h("p", { class: "nothing" }, "nothing known yet");
  }
  const height = 18 * both.length;
  const words = both.map(([kind, one]) => kind + " " + points(one.uplift) + " points, " + interval(one)).join("; ");
  return h("div", { class: "effects" },
    svg("svg", { class: "drawing", height, role: "img", "aria-label": words },
      svg("line", { class: "zero", x1: "50%", x2: "50%", y1: 0, y2: height }),
      both.map(([kind, one], i) => effect(kind, one, most, 9 + 18 * i))),
    h("p", { class: "figures", "aria-hidden": "true" }, both.map(([kind, one]) =>
      h("span", null, h("span", { class: "word" }, kind + " "), h("strong", null, points(one.uplift)), " [" + interval(one).replace(" to ", ", ") + "]"))));
}

/** Tells the two kinds of effect apart. */
export function effectLegend() {
  const sample = (kind) => svg("svg", { class: "sample", height: 14, "aria-hidden": "true" }, effect(kind, { low: -1, high: 1, uplift: 0 }, 1, 7, "helps"));
  return h("p", { class: "legend" },
    h("span", null, sample("believed"), "believed: from all outcomes together"),
    h("span", null, sample("measured"), "measured: by coins alone, valid at every look"),
    h("span", null, "Points of success, with intervals of 95 %."));
}

const LINES = [
  { name: "with memory", field: "with_memory", color: "--accent", width: 2.5 },
  { name: "control tasks, all so far", field: "control_so_far", color: "--harm", width: 2, dash: [6, 4] },
  { name: "without a recall", field: "without_recall", color: "--control", width: 0 },
];
const FEW = 3;

function color(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function drawn(success) {
  return LINES.filter((line) => success.steps.some((step) => step[line.field].judged >= FEW));
}

function plot(place, success, lines, tell) {
  const steps = success.steps;
  const sizes = steps.map((step) => step.with_memory.judged + step.control.judged + step.without_recall.judged);
  let sum = 0;
  const middles = sizes.map((size) => (sum += size) - size / 2);
  const value = (field, part, least) => steps.map((step) => step[field].judged >= least ? 100 * step[field][part] : null);
  const data = [middles, value("with_memory", "high", 1), value("with_memory", "low", 1),
    ...lines.map((line) => value(line.field, "success", line.field === "with_memory" ? 1 : FEW))];
  const faint = color("--accent") + "26";
  const axis = { stroke: color("--soft"), font: "12px system-ui, sans-serif", grid: { stroke: color("--line"), width: 1 }, ticks: { show: false } };
  return new window.uPlot({
    width: Math.max(260, place.clientWidth), height: place.clientWidth < 520 ? 220 : 300, legend: { show: false }, padding: [12, 12, 0, 0],
    cursor: { y: false, drag: { x: false, y: false }, points: { size: 8 } },
    scales: { x: { time: false, range: () => [0, sum] }, y: { range: () => [0, 100] } },
    axes: [{ ...axis, size: 34, space: 70, values: (_, ticks) => ticks.map(count) }, { ...axis, size: 48, values: (_, ticks) => ticks.map((tick) => tick + "%") }],
    series: [{}, { show: true, width: 0, points: { show: false } }, { show: true, width: 0, points: { show: false } },
      ...lines.map((line) => ({ stroke: color(line.color), width: line.width, dash: line.dash, spanGaps: true,
        points: { show: steps.length < 3 || line.width === 0, size: 6, width: 0, fill: color(line.color) } }))],
    bands: [{ series: [1, 2], fill: faint }],
    hooks: { setCursor: [(chart) => tell(chart.cursor.idx)] },
  }, data, place);
}

function table(success, lines) {
  const cell = (share) => share.judged === 0 ? "\u2013" : percent(share.success) + " of " + count(share.judged);
  return h("details", { class: "as-table" }, h("summary", null, "The same as a table"),
    h("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Success over time as a table" },
      h("table", null,
        h("thead", null, h("tr", null, h("th", { scope: "col" }, "from"), lines.map((line) => h("th", { scope: "col" }, line.name)))),
        h("tbody", null, success.steps.map((step) =>
          h("tr", null, h("th", { scope: "row" }, span(step.from, step.to)), lines.map((line) => h("td", null, cell(step[line.field])))))))));
}

/** Success over time: a line with its band for tasks with memory, and one each for control tasks and those without a recall. */
export function successChart(success) {
  const lines = drawn(success);
  const all = success.with_memory.judged + success.control.judged + success.without_recall.judged;
  const steps = success.steps;
  const readout = h("p", { class: "readout" });
  const tell = (index) => {
    const step = steps[index ?? steps.length - 1];
    readout.replaceChildren(h("strong", null, span(step.from, step.to)), ...lines.filter((line) => step[line.field].judged > 0).map((line) =>
      h("span", { class: "swatch " + line.field }, line.name + " ", h("strong", null, percent(step[line.field].success)), " of " + count(step[line.field].judged))));
  };
  tell(null);
  const words = "Success over time, " + counted(steps.length, "step") + ". " + lines.map((line) => {
    const known = steps.filter((step) => step[line.field].judged > 0);
    return line.name + ": from " + percent(known[0][line.field].success) + " to " + percent(known[known.length - 1][line.field].success);
  }).join("; ") + ".";
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
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => place.isConnected && draw());
  return h("div", { class: "over-time" }, readout, place,
    h("p", { class: "note" }, counted(all, "judged attempt") + " in the order in which they were judged, "
      + span(steps[0].from, steps[steps.length - 1].to) + (success.complete ? "." : "; older ones are not drawn.")
      + " The band is the interval of 95 % of a step."),
    table(success, lines));
}
