package org.autotrainer.adapters.http;

import java.util.Map;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Tells what Jetty itself finds wrong with a request as a problem, too: in words of our own, never in its. */
final class ErrorAnswers extends ErrorHandler {
    private static final Map<Integer, String> DETAILS = Map.of(
            400, "the request is not well-formed HTTP/1.1",
            408, "the request did not come to its end in time",
            413, "the body is too large",
            414, "the address of a request takes up to 8 KiB, with the rest of its head",
            426, "this server speaks HTTP/1.1",
            431, "the head of a request takes up to 8 KiB",
            501, "the transfer coding is not known; allowed is chunked",
            503, "the server is stopping",
            505, "this server speaks HTTP/1.1");

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        if (request.getAttribute(ERROR_EXCEPTION) instanceof HttpException told) {
            status = told.getCode();
        }
        status = status < 400 ? 500 : status;
        String detail = DETAILS.getOrDefault(
                status, status < 500 ? "the request is not well-formed HTTP/1.1" : "the server failed at this request");
        ProblemDetails problem = ProblemDetails.of(status, detail);
        if (status == 503) {
            problem = ProblemDetails.unready("stopping", detail);
        }
        Visit visit = Visit.of(request).orElseGet(() -> Visit.begin(request));
        response.getHeaders().put(Visit.ID, visit.id());
        if (status == 500) {
            problem = problem.at(visit.id());
        }
        Answer.problem(problem).with(HttpHeader.CONNECTION, "close").send(response, callback);
        return true;
    }
}
