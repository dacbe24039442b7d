// One evaluation: what was judged, whether it counts, what it taught, what was recalled for it, what was said.
import { meter } from "./charts.js";
import { chip, count, counted, flat, h, minute, percent, result, section, told } from "./dom.js";

const LONGEST = 2_000;
const MESSAGES = 40;

/** The view; back leads to all, storyOf to a heuristic, ofTask to all evaluations of a task. */
export function evaluation(item, { back, storyOf, ofTask }) {
    const it = item.evaluation;
    return [
        h("p", { class: "crumb" }, h("a", { href: back }, "\u2190 all evaluations")),
        h("h1", { class: "quote" }, told(it.task_id)),
        h(
            "p",
            { class: "lead" },
            result(it),
            " score " + it.score.toFixed(2) + " ",
            h("code", { class: "id" }, flat(it.id)),
        ),
        section(
            "What was judged",
            null,
            stack(
                standing(item),
                judged(item),
                h("p", null, h("a", { href: ofTask(it.task_id) }, "All evaluations of this task")),
            ),
        ),
        section("What the critic suggested", null, suggested(it.suggestions)),
        section("What it taught", null, stack(taught(item.taught, storyOf))),
        section("What was recalled for it", null, stack(recalled(item, storyOf))),
        section("What was said", null, stack(conversation(it))),
    ];
}

function stack(...parts) {
    return h("div", { class: "stack" }, ...parts);
}

function standing(item) {
    const sentences = item.retractions.map((id) => [
        "It was retracted and no longer counts. To take that back: ",
        h("code", null, "autotrainer retract --undo ", told(id)),
    ]);
    if (item.retracted === undefined) {
        sentences.push(
            "Whether it counts cannot be told: a retraction fits it that was made long before it was corrected.",
        );
    }
    return sentences.length === 0
        ? null
        : h(
              "ul",
              { class: "warnings" },
              sentences.map((sentence) => h("li", null, sentence)),
          );
}

function judged(item) {
    const it = item.evaluation;
    const facts = [
        ["score", [meter(it.score, "accent", "score"), h("strong", null, it.score.toFixed(2))]],
        [
            "judged by",
            it.critic?.id
                ? [told(it.critic.id), it.critic.version ? [" ", told(it.critic.version)] : null]
                : "a critic without a name",
        ],
        ["attempt", count(it.attempt ?? 0) + (it.attempt ? "" : ", the first")],
        ["run", it.run && told(it.run)],
        ["model", it.model && told(it.model)],
        ["parameters", it.parameters && pairs(it.parameters)],
        ["happened", it.occurred_at && minute(it.occurred_at)],
        ["recorded", minute(item.recorded_at) + ", fact " + count(item.position)],
        ["came from", [told(item.source), item.trust === "trusted" ? null : ", " + item.trust]],
        [
            "corrected",
            item.corrections.length > 0 &&
                counted(item.corrections.length, "time") + ", this is revision " + count(it.revision ?? 0),
        ],
    ];
    return [
        it.context?.text ? h("p", null, long(it.context.text)) : null,
        it.context?.tags
            ? h(
                  "ul",
                  { class: "tags" },
                  it.context.tags.map((tag) => h("li", null, told("#" + tag))),
              )
            : null,
        h(
            "dl",
            { class: "facts judged" },
            facts
                .filter(([, value]) => value)
                .map(([name, value]) =>
                    h(
                        "div",
                        { class: "fact" },
                        h("dt", null, name),
                        h("dd", null, name === "score" ? value : h("span", null, value)),
                    ),
                ),
        ),
        it.metadata
            ? folded("Metadata", h("code", { class: "told" }, long(JSON.stringify(it.metadata, null, 1))))
            : null,
    ];
}

function pairs(values) {
    return Object.entries(values).map(([name, value], i) => [i > 0 ? ", " : "", told(name + " " + value)]);
}

function folded(words, ...children) {
    return h("details", null, h("summary", null, words), ...children);
}

function suggested(suggestions) {
    return suggestions.length === 0
        ? h("p", { class: "nothing" }, "Nothing.")
        : h(
              "ul",
              { class: "plain" },
              suggestions.map((one) =>
                  h(
                      "li",
                      null,
                      told(one.text ?? one),
                      one.tags
                          ? h(
                                "span",
                                { class: "remark" },
                                one.tags.map((tag) => told("#" + tag + " ")),
                            )
                          : null,
                  ),
              ),
          );
}

function taught(answer, storyOf) {
    const kinds = Object.entries(answer.kinds).map(([kind, times]) => count(times) + " " + kind);
    if (kinds.length === 0) {
        return h("p", { class: "nothing" }, "It led to no training suggestion.");
    }
    return [
        h(
            "p",
            null,
            counted(answer.suggestions.length, "training suggestion") +
                ": " +
                kinds.join(", ") +
                "; " +
                count(answer.applied) +
                " applied at once.",
        ),
        h(
            "ul",
            { class: "rows" },
            answer.suggestions.map((one) =>
                h(
                    "li",
                    null,
                    h("span", null, h("span", { class: "chip" }, flat(one.status))),
                    h("code", null, told(one.key)),
                ),
            ),
        ),
        answer.heuristics.length === 0
            ? null
            : [h("h3", null, "The heuristics that hold its advice now"), heuristics(answer.heuristics, storyOf)],
    ];
}

function heuristics(all, storyOf) {
    return h(
        "ul",
        { class: "rows" },
        all.map((one) =>
            h(
                "li",
                null,
                h(
                    "span",
                    { class: "check" },
                    one.status ? chip(one.status) : null,
                    one.coin === undefined ? null : h("span", { class: "note" }, "coin " + percent(one.coin)),
                ),
                one.text === undefined
                    ? h("span", { class: "nothing" }, "gone: ", h("code", null, flat(one.id)))
                    : h("a", { href: storyOf(one.id) }, told(one.text)),
            ),
        ),
    );
}

function recalled(item, storyOf) {
    const quoted = item.evaluation.receipt;
    const receipt = item.receipt;
    if (!quoted) {
        return h("p", { class: "nothing" }, "It quotes no receipt of a recall.");
    }
    const credit = h(
        "p",
        null,
        "It quotes the receipt ",
        h("code", null, told(quoted)),
        ": ",
        told(item.taught.credit_reason ?? ""),
        ".",
    );
    if (!receipt) {
        return [credit, h("p", { class: "note" }, "The journal has no such receipt now.")];
    }
    return [
        credit,
        receipt.control
            ? h("p", null, "A control task: nothing was shown, to measure what the whole memory is worth.")
            : null,
        receipt.parameters ? h("p", null, "Handed out: ", pairs(receipt.parameters), ".") : null,
        group("Shown", receipt.shown, "Nothing was shown.", storyOf),
        group("Withheld by a coin", receipt.withheld, "", storyOf),
    ];
}

function group(title, all, none, storyOf) {
    if (all.length > 0) {
        return [h("h3", null, title), heuristics(all, storyOf)];
    }
    return none === "" ? null : h("p", { class: "nothing" }, none);
}

function conversation(it) {
    if (!it.messages) {
        return h("p", { class: "nothing" }, "It was recorded without a conversation.");
    }
    const list = h("ol", { class: "messages" });
    const more = h("button", { type: "button", onclick: () => append() }, "");
    const append = () => {
        const begin = list.children.length;
        list.append(...it.messages.slice(begin, begin + MESSAGES).map(message));
        const left = it.messages.length - list.children.length;
        more.hidden = left === 0;
        more.textContent = "Show " + count(Math.min(MESSAGES, left)) + " of " + count(left) + " more";
    };
    append();
    return [
        it.tools
            ? folded(
                  counted(it.tools.length, "tool") + " that could be called",
                  h(
                      "ul",
                      { class: "tags" },
                      it.tools.map((tool) =>
                          h("li", { title: flat(tool.description ?? "") }, h("code", null, told(tool.name))),
                      ),
                  ),
              )
            : null,
        list,
        more,
    ];
}

function message(one) {
    return h(
        "li",
        null,
        h(
            "p",
            { class: "check" },
            h("span", { class: "chip" }, flat(one.role)),
            one.name ? h("code", null, told(one.name)) : null,
        ),
        one.content ? h("div", { class: "said" }, long(one.content)) : null,
        (one.tool_calls ?? []).map((call) =>
            h(
                "div",
                { class: "call" },
                "calls ",
                h("code", null, told(call.name)),
                " ",
                h("code", null, long(JSON.stringify(call.arguments ?? {}))),
            ),
        ),
    );
}

/** A text that is cut when it is long, with a button that shows all of it. */
function long(text) {
    if (text.length <= LONGEST) {
        return told(text);
    }
    const end = text.codePointAt(LONGEST - 1) > 0xffff ? LONGEST - 1 : LONGEST;
    const place = h("span", null, told(text.slice(0, end)), "\u2026 ");
    place.append(
        h(
            "button",
            {
                type: "button",
                onclick: () => place.replaceChildren(told(text)),
            },
            "Show all " + count(text.length) + " characters",
        ),
    );
    return place;
}
