// The loop as clients of MCP in JavaScript see it: node loop.mjs legacy|modern|auto URL|COMMAND ARGUMENT...
const [era, target, ...args] = process.argv.slice(2);
const overHttp = target.startsWith("http");
const sdk = era === "legacy" ? await legacy() : await modern();
const client = new sdk.Client({ name: "loop", version: "1" }, sdk.options);
const authorization = { Authorization: `Bearer ${process.env.AUTOTRAINER_TOKEN}` };
await client.connect(
  overHttp
    ? new sdk.Http(new URL(target), { requestInit: { headers: authorization } })
    : new sdk.Stdio({ command: target, args, env: process.env, stderr: "inherit" }),
);

async function legacy() {
  const { Client } = await import("@modelcontextprotocol/sdk/client/index.js");
  const { StreamableHTTPClientTransport: Http } = await import("@modelcontextprotocol/sdk/client/streamableHttp.js");
  const { StdioClientTransport: Stdio } = await import("@modelcontextprotocol/sdk/client/stdio.js");
  return { Client, Http, Stdio, options: {} };
}

async function modern() {
  const { Client, StreamableHTTPClientTransport: Http } = await import("@modelcontextprotocol/client");
  const { StdioClientTransport: Stdio } = await import("@modelcontextprotocol/client/stdio");
  const mode = era === "modern" ? { pin: "2026-07-28" } : "auto";
  return { Client, Http, Stdio, options: { versionNegotiation: { mode } } };
}

async function call(name, args) {
  const result = await client.callTool({ name, arguments: { agent: "shop", ...args } });
  const texts = result.content.map((block) => block.text);
  if (result.isError) throw new Error(texts.join(" "));
  return { ...result.structuredContent, texts };
}

const server = client.getServerVersion();
console.log(`${server.name}: ${client.getInstructions().split(".")[0]}`);
const { tools } = await client.listTools();
console.log(tools.map((tool) => tool.name).join(" "));

const advice = "Look up the order before promising a refund";
const failed = await call("record_evaluation", {
  task_id: "refund-1", success: false, suggestions: [advice], context: { text: "Refund for a broken cup" },
});
console.log(`applied ${failed.applied}`);
const recalled = await call("recall_heuristics", {
  task_id: "refund-2", context: { text: "Refund for a late parcel" }, explore: "off",
});
console.log(recalled.texts[0].split("\n")[1]);
await call("record_evaluation", { task_id: "refund-2", success: true, score: 1, receipt: recalled.receipt });
const [heuristic] = (await call("list_heuristics", { limit: 5 })).items;
console.log(`shown ${heuristic.evidence.shown}`);
const story = await call("explain_heuristic", { id: recalled.heuristics[0].id });
console.log(`from ${story.origins[0].task_id}`);
const pending = failed.suggestions.find((suggestion) => suggestion.status === "pending");
console.log((await call("review_suggestion", { id: pending.id, decision: "apply" })).status);
await call("record_evaluation", { task_id: "refund-3", score: 7 }).catch((error) => console.log(error.message));
await client.callTool({ name: "delete_everything", arguments: {} }).catch((error) => console.log(error.code));
await client.close();
