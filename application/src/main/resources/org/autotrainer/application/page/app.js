// The dashboard: asks for the token, keeps the address and the view together, and shows one view at a time.
import { address, ask, keepToken, read, readPages, readTagged, token } from "./api.js";
import { curation } from "./curation.js";
import { datasetList } from "./datasets.js";
import { flat, h } from "./dom.js";
import { evaluation } from "./evaluation.js";
import { asked, evaluationList } from "./evaluations.js";
import { heuristicList } from "./heuristics.js";
import { journalTail } from "./journal.js";
import { overview } from "./overview.js";
import { parameterList } from "./parameters.js";
import { story } from "./story.js";
import { suggestionList, waiting } from "./suggestions.js";

const AGENT_PAGES = 4;
const HEURISTIC_PAGES = 4;
const STALE = 412;
const main = document.getElementById("main");
const choice = document.getElementById("agent");
const news = document.getElementById("news");
let turn = 0;
let shown = "";
let bearer = { name: "", scopes: [] };

const VIEWS = [
    {
        name: "overview",
        title: "Overview",
        load: async (agent) => overview(await learned(agent, ["report", "success", "heuristics"]), storyOf(agent)),
    },
    {
        name: "heuristics",
        title: "Heuristics",
        load: async (agent, id) =>
            id === ""
                ? heuristicList(await learned(agent, ["heuristics"]), storyOf(agent))
                : storyWithDecisions(agent, id),
    },
    { name: "evaluations", title: "Evaluations", load: evaluations },
    { name: "suggestions", title: "Suggestions", load: suggestions },
    {
        name: "parameters",
        title: "Parameters",
        load: async (agent) => parameterList(await learned(agent, ["parameters"])),
    },
    {
        name: "datasets",
        title: "Data sets",
        load: async (agent) => datasetList(await read("datasets"), agent, (format) => download(agent, format)),
    },
    {
        name: "journal",
        title: "Journal",
        load: async (agent) => {
            const page = (cursor) => read(address("journal", { agent, limit: 50, cursor }));
            return journalTail(await page(""), page, (id) => link(agent, "evaluations", id));
        },
    },
];

const SOURCES = {
    report: (agent) => read(address("report", { agent })),
    success: (agent) => read(address("report/success", { agent })),
    heuristics: (agent) => readPages("heuristics", { agent }, HEURISTIC_PAGES),
    parameters: (agent) => read(address("params", { agent })),
};

async function learned(agent, names) {
    const answers = await Promise.all(names.map((name) => SOURCES[name](agent)));
    return Object.fromEntries(names.map((name, i) => [name, answers[i]]));
}

/** Why the token may not decide; empty when it may. */
function lack() {
    return bearer.scopes.includes("admin")
        ? ""
        : "The token \u201c" +
              bearer.name +
              "\u201d lacks the scope admin, which decisions take. To decide, forget it and enter one that has it.";
}

async function storyWithDecisions(agent, id) {
    const path = "heuristics/" + encodeURIComponent(id);
    const { item, tag } = await readTagged(address(path, { agent }));
    const decide = async (verb, done) => {
        let words = done;
        try {
            await ask(address(path + "/" + verb, { agent }), "POST", { "If-Match": tag });
        } catch (failed) {
            if (failed.status !== STALE) {
                throw failed;
            }
            words = "Nothing was decided: it was changed since it was read. Here it is as it is now.";
        }
        await show();
        document.getElementById("outcome")?.replaceChildren(words);
        document.getElementById("curation")?.focus();
        news.textContent = words;
    };
    return story(item, link(agent, "heuristics"), curation(item, lack(), decide), ofTask(agent));
}

async function evaluations(agent, id, chosen) {
    const back = link(agent, "evaluations");
    if (id !== "") {
        const item = await read(address("evaluations/" + encodeURIComponent(id), { agent }));
        return evaluation(item, { back, storyOf: storyOf(agent), ofTask: ofTask(agent) });
    }
    const wanted = { task: chosen.task ?? "", critic: chosen.critic ?? "", result: chosen.result ?? "" };
    const page = (cursor) => read(address("evaluations", { agent, ...asked(wanted), limit: 50, cursor }));
    return evaluationList(await page(""), wanted, {
        links: (one) => link(agent, "evaluations", one),
        next: page,
        choose: (other) => {
            location.hash = address(back, other).replace(/\?$/, "");
        },
    });
}

/** Leads to all evaluations of a task. */
function ofTask(agent) {
    return (task) => address(link(agent, "evaluations"), { task });
}

function pending(agent, kind) {
    return (cursor) => read(address("suggestions", { agent, status: "pending", kind, limit: 50, cursor }));
}

/** Tells in the menu how many suggestions wait. */
async function recount(agent) {
    const words = waiting(await pending(agent, "")(""));
    if (here().agent === agent) {
        document.getElementById("waiting").textContent = words === "0" ? "" : words;
    }
}

async function suggestions(agent, kind) {
    return suggestionList(await pending(agent, kind)(""), kind, lack(), {
        decide: (item, verb) =>
            ask(address("suggestions/" + encodeURIComponent(item.id) + "/" + verb, { agent }), "POST"),
        decided: async (words) => {
            news.textContent = words;
            await recount(agent).catch(refused);
        },
        next: pending(agent, kind),
        choose: (other) => {
            location.hash = link(...[agent, "suggestions", other].filter(Boolean));
        },
    });
}

async function download(agent, format) {
    const response = await ask(address("datasets/" + encodeURIComponent(format.name), { agent }));
    const file = await response.blob();
    if (file.size === 0) {
        return "It would be empty: no evaluation of this agent fits the format.";
    }
    const name = (agent + "-" + format.name).replace(/[^A-Za-z0-9._-]/g, "_") + (format.folder ? ".zip" : ".jsonl");
    const url = URL.createObjectURL(file);
    h("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    return "Saved as " + name + ", " + Math.max(1, Math.round(file.size / 1024)) + " KB.";
}

function link(...parts) {
    return "#/" + parts.map(encodeURIComponent).join("/");
}

function storyOf(agent) {
    return (id) => link(agent, "heuristics", id);
}

/** Agent, view, id and what is chosen in the address; what is not there is empty. */
function here() {
    const [path, chosen] = location.hash.slice(2).split("?");
    const parts = path.split("/").map((part) => {
        try {
            return decodeURIComponent(part);
        } catch {
            return "";
        }
    });
    return {
        agent: parts[0] ?? "",
        view: VIEWS.find((view) => view.name === parts[1]) ?? VIEWS[0],
        id: parts[2] ?? "",
        chosen: Object.fromEntries(new URLSearchParams(chosen ?? "")),
    };
}

function menu(agent, current) {
    const badge = document.getElementById("waiting")?.textContent ?? "";
    document.getElementById("views").replaceChildren(
        h(
            "ul",
            null,
            VIEWS.map((view) =>
                h(
                    "li",
                    null,
                    h(
                        "a",
                        { href: link(agent, view.name), "aria-current": view === current ? "page" : null },
                        view.title,
                        view.name === "suggestions" ? h("span", { class: "badge", id: "waiting" }, badge) : null,
                    ),
                ),
            ),
        ),
    );
}

function frame(open) {
    document.getElementById("tools").hidden = !open;
    document.getElementById("views").hidden = !open;
}

async function show() {
    const mine = ++turn;
    const { agent, view, id, chosen } = here();
    menu(agent, view);
    choice.value = agent;
    document.title = view.title + " \u00b7 " + flat(agent) + " \u00b7 AutoTrainer";
    main.setAttribute("aria-busy", "true");
    if (shown !== location.hash) {
        main.replaceChildren(h("p", { class: "nothing" }, "Loading\u2026"));
    }
    try {
        const [parts] = await Promise.all([view.load(agent, id, chosen), recount(agent)]);
        if (mine === turn) {
            main.replaceChildren(...parts.filter(Boolean));
            arrive();
        }
    } catch (failed) {
        if (mine === turn) {
            refused(failed);
        }
    } finally {
        if (mine === turn) {
            main.removeAttribute("aria-busy");
        }
    }
}

/** Who came by a link stands at the beginning of the view. */
function arrive() {
    if (shown !== "" && shown !== location.hash) {
        main.focus({ preventScroll: true });
        window.scrollTo(0, 0);
    }
    shown = location.hash;
}

function refused(failed) {
    if (failed.status === 401) {
        keepToken("");
        enter("The server no longer takes the token. Enter it anew.");
        return;
    }
    const words = failed.status === undefined ? "This page failed: " + failed.message : failed.message;
    main.replaceChildren(
        h("h1", null, "That did not work"),
        h("p", { class: "problem", role: "alert" }, flat(words)),
        h("p", null, h("button", { type: "button", onclick: begin }, "Try again")),
    );
}

function enter(problem) {
    frame(false);
    document.title = "AutoTrainer";
    const field = h("input", {
        id: "token",
        type: "password",
        autocomplete: "off",
        spellcheck: "false",
        required: true,
        "aria-describedby": "token-note",
    });
    const told = h("p", { class: "problem", role: "alert" }, problem);
    main.replaceChildren(
        h(
            "form",
            {
                class: "door part",
                onsubmit: (event) => {
                    event.preventDefault();
                    const text = field.value.trim();
                    if (!/^[\x21-\x7e]+$/.test(text)) {
                        told.textContent = "A token has letters, digits and signs of ASCII only, and no blanks.";
                        return;
                    }
                    told.textContent = "";
                    keepToken(text);
                    begin();
                },
            },
            h("h1", null, "What has your agent learned?"),
            h("label", { for: "token" }, "Token of this server"),
            field,
            told,
            h(
                "p",
                { class: "note", id: "token-note" },
                "The command ",
                h("code", null, "autotrainer serve"),
                " printed it when it made it; since then it stands in the file beside the store whose name ends in ",
                h("code", null, ".token"),
                ", for the owner alone. If you gave the server a token, it is that one. What you enter is kept until this" +
                    " tab is closed, and sent to this server only.",
            ),
            h("button", { type: "submit", class: "main" }, "Open the dashboard"),
        ),
    );
    field.focus();
}

async function begin() {
    if (token() === "") {
        enter("");
        return;
    }
    let agents;
    try {
        bearer = await read("token");
        agents = await readPages("agents", {}, AGENT_PAGES);
    } catch (failed) {
        if (failed.status === 401) {
            keepToken("");
            enter(failed.message + " Copy it anew from where the server was started.");
        } else {
            refused(failed);
        }
        return;
    }
    const names = agents.items.map((item) => item.agent);
    const { agent } = here();
    const wanted = agent !== "" ? agent : (names[0] ?? "default");
    if (!names.includes(wanted)) {
        names.unshift(wanted);
    }
    choice.replaceChildren(...names.map((name) => h("option", { value: name }, flat(name))));
    frame(true);
    if (agent === "") {
        history.replaceState(null, "", link(wanted, VIEWS[0].name));
    }
    show();
}

choice.addEventListener("change", () => {
    const { view } = here();
    document.getElementById("waiting").textContent = "";
    location.hash = link(choice.value, view.name);
});
document.getElementById("refresh").addEventListener("click", begin);
document.getElementById("forget").addEventListener("click", () => {
    keepToken("");
    enter("");
});
window.addEventListener("hashchange", () => (token() === "" ? enter("") : show()));
begin();
