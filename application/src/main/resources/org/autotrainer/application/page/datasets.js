// Data sets to download.
import { flat, h, told } from "./dom.js";

/** The view; download hands over a format of an agent. */
export function datasetList(formats, agent, download) {
    return [
        h("h1", null, "Data sets"),
        h(
            "p",
            { class: "lead" },
            "Made of the evaluations of ",
            h("strong", null, told(agent)),
            ". A task is on one side of the split only. A row with what looks like a key or a password is left out;" +
                " e-mail addresses, phone numbers, payment cards and bank accounts are replaced by placeholders.",
        ),
        h(
            "p",
            null,
            h("strong", null, "Read what you publish: "),
            "names and postal addresses are not found.",
        ),
        h(
            "ul",
            { class: "formats" },
            formats.items.map((format) => {
                const state = h("p", { class: "note", role: "status" });
                const button = h(
                    "button",
                    {
                        type: "button",
                        "aria-label": "Download " + flat(format.name),
                        onclick: async () => {
                            button.disabled = true;
                            state.textContent = "Being made\u2026";
                            try {
                                state.textContent = await download(format);
                            } catch (failed) {
                                state.textContent = flat(failed.message);
                            } finally {
                                button.disabled = false;
                            }
                        },
                    },
                    "Download",
                );
                return h(
                    "li",
                    { class: "part" },
                    h("h2", null, told(format.name)),
                    h("p", null, told(format.summary)),
                    h(
                        "div",
                        { class: "actions" },
                        button,
                        h("span", { class: "note" }, format.folder ? "ZIP, a folder of files" : "JSONL"),
                    ),
                    state,
                );
            }),
        ),
    ];
}
