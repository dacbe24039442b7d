"""The loop as a client of MCP in Python sees it: loop.py legacy|auto URL|COMMAND ARGUMENT..."""

import asyncio
import os
import sys

import httpx2
from mcp import Client, MCPError, StdioServerParameters, stdio_client
from mcp.client.streamable_http import streamable_http_client

era, target, *arguments = sys.argv[1:]


def connection():
    if not target.startswith("http"):
        return stdio_client(StdioServerParameters(command=target, args=arguments, env=dict(os.environ)))
    authorization = {"Authorization": "Bearer " + os.environ["AUTOTRAINER_TOKEN"]}
    return streamable_http_client(target, http_client=httpx2.AsyncClient(headers=authorization))


async def main():
    async with Client(connection(), mode=era) as client:

        async def call(name, **given):
            result = await client.call_tool(name, {"agent": "shop", **given})
            texts = [block.text for block in result.content]
            return (" ".join(texts) if result.is_error else result.structured_content), texts

        print(f"{client.server_info.name}: {client.instructions.split('.')[0]}")
        print(" ".join(tool.name for tool in (await client.list_tools()).tools))
        failed, _ = await call(
            "record_evaluation", task_id="refund-1", success=False,
            suggestions=["Look up the order before promising a refund"], context={"text": "Refund for a broken cup"},
        )
        print(f"applied {failed['applied']}")
        recalled, texts = await call(
            "recall_heuristics", task_id="refund-2", context={"text": "Refund for a late parcel"}, explore="off"
        )
        print(texts[0].split("\n")[1])
        await call("record_evaluation", task_id="refund-2", success=True, score=1, receipt=recalled["receipt"])
        listed, _ = await call("list_heuristics", limit=5)
        print(f"shown {listed['items'][0]['evidence']['shown']}")
        story, _ = await call("explain_heuristic", id=recalled["heuristics"][0]["id"])
        print(f"from {story['origins'][0]['task_id']}")
        pending = next(suggestion for suggestion in failed["suggestions"] if suggestion["status"] == "pending")
        reviewed, _ = await call("review_suggestion", id=pending["id"], decision="apply")
        print(reviewed["status"])
        wrong, _ = await call("record_evaluation", task_id="refund-3", score=7)
        print(wrong)
        try:
            await client.call_tool("delete_everything", {})
        except MCPError as error:
            print(error.error.code)


asyncio.run(main())
