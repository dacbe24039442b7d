package org.autotrainer.adapters.http;

import java.util.Optional;

/**
 * Takes messages of MCP over streamable HTTP, one in a request, and answers in JSON.
 *
 * <p>There are no sessions and no streams: the gate lets in each request by itself, and whoever would listen is told that the
 * method is not allowed. Thread-safe.
 */
record McpEndpoint() implements Route.Endpoint {
    @Override
    public Answer answer(Call call) {
        call.knowing().withoutKey("messages of MCP");
        if (!call.accepts("application/json")) {
            return Answer.problem(ProblemDetails.of(
                    406, "the answer is application/json; say in the header Accept that it is taken"));
        }
        McpHead head =
                new McpHead(call.header("MCP-Protocol-Version"), call.header("Mcp-Method"), call.header("Mcp-Name"));
        McpServer server = new McpServer(new McpTools(call.loop(), Optional.of(call)));
        McpServer.Reply reply = server.answer(call.body(), Optional.of(head));
        return reply.body().isPresent() ? Answer.of(reply.status(), reply.body().get()) : Answer.empty(reply.status());
    }
}
