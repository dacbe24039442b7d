// The report as one page: the same drawings, over what stands in the page.
import { h, told } from "./dom.js";
import { heuristicList } from "./heuristics.js";
import { overview } from "./overview.js";
import { parameterList } from "./parameters.js";

const learned = JSON.parse(document.getElementById("data").textContent);
document
    .getElementById("main")
    .replaceChildren(
        ...[
            h("p", { class: "lead" }, "Report on the agent ", h("strong", null, told(learned.report.agent))),
            ...overview(learned, null),
            ...heuristicList(learned, null),
            ...parameterList(learned),
        ].filter(Boolean),
    );
