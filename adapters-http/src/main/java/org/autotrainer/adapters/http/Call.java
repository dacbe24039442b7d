package org.autotrainer.adapters.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.autotrainer.application.TrainEvaluations;
import org.autotrainer.application.TrainingLoop;
import org.autotrainer.application.problem.AutoTrainerException;
import org.autotrainer.application.problem.Problem;
import org.autotrainer.application.server.Token;
import org.autotrainer.application.wire.Spelling;
import org.autotrainer.domain.evaluation.Identity;
import org.autotrainer.domain.evaluation.InvalidValueException;
import org.autotrainer.domain.journal.Source;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;

/** One request, as an endpoint sees it. */
final class Call {
    /** The field of the head with the key of a request. */
    static final String KEY = "Idempotency-Key";

    static final String DEFAULT_AGENT = "default";
    private static final int DEFAULT_LIMIT = 50;

    private static final Pattern WHOLE = Pattern.compile("[0-9]{1,9}");

    private final Request request;
    private final Fields query;
    private final Map<String, String> variables;
    private final byte[] body;
    private final Space.Share share;
    private final Visit visit;
    private final TrainingLoop loop;

    /**
     * A request.
     *
     * @param share where the memory for what is made of the body is taken from
     * @param visit what is noted about the request
     * @param loop the loop as far as the caller reaches it
     */
    Call(
            Request request,
            Map<String, String> variables,
            byte[] body,
            Space.Share share,
            Visit visit,
            TrainingLoop loop) {
        this(request, query(request), variables, body, share, visit, loop);
    }

    private Call(
            Request request,
            Fields query,
            Map<String, String> variables,
            byte[] body,
            Space.Share share,
            Visit visit,
            TrainingLoop loop) {
        this.request = request;
        this.query = query;
        this.variables = variables;
        this.body = body;
        this.share = share;
        this.visit = visit;
        this.loop = loop;
    }

    /** The loop, as far as the token of the request reaches it: what is recorded through it comes from that token. */
    TrainingLoop loop() {
        return loop;
    }

    /** Where what the request brings comes from. */
    Source source() {
        return visit.token().map(Token::source).orElse(Source.LOCAL);
    }

    /** What its sender showed; nothing where none is asked for. */
    Optional<Token> token() {
        return visit.token();
    }

    /** Notes which agent the body names; absent is the usual one. */
    void about(String agent) {
        visit.agent(agent == null || agent.isEmpty() ? DEFAULT_AGENT : agent);
    }

    /** Notes what became of an evaluation, now that it is on the disk. */
    void recorded(TrainEvaluations.Result result) {
        recorded(result.known() ? 0 : 1);
    }

    /** Notes that so many new evaluations were committed together. */
    void recorded(int evaluations) {
        visit.recorded(evaluations);
    }

    /** Notes what it failed with, where that does not show in the status of its answer. */
    void failed(RuntimeException told) {
        if (told instanceof AutoTrainerException problem && problem.problem() == Problem.STORAGE_FULL) {
            visit.foundDiskFull();
        }
    }

    /** The same request with its body as it was before it was packed. */
    Call withBody(byte[] unpacked) {
        return new Call(request, query, variables, unpacked, share, visit, loop);
    }

    /** A field of the head, all its lines as one; empty when it is not there. */
    String header(HttpHeader name) {
        return header(request, name);
    }

    /** A field of the head of a request; see {@link #header(HttpHeader)}. */
    static String header(Request request, HttpHeader name) {
        return String.join(", ", request.getHeaders().getValuesList(name));
    }

    /** Whether it only reads. */
    boolean isRead() {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    /** Whether it puts something in the place of what is there. */
    boolean isPut() {
        return request.getMethod().equals("PUT");
    }

    /** Whether what is to be changed is as its caller has seen it; nothing when the caller does not say. */
    Optional<Predicate<Object>> expected() {
        String ifMatch = header(HttpHeader.IF_MATCH);
        return !request.getHeaders().contains(HttpHeader.IF_MATCH)
                ? Optional.empty()
                : Optional.of(now -> EntityTag.isExpected(ifMatch, EntityTag.of(Json.bytes(now))));
    }

    /**
     * The key under which it is to be carried out once.
     *
     * @throws InvalidValueException if it is not well-formed
     */
    Optional<String> key() {
        List<String> given = request.getHeaders().getValuesList(KEY);
        if (given.size() > 1) {
            throw new InvalidValueException(KEY + " is given twice");
        }
        return given.stream().findFirst().map(IdempotencyKey::parse);
    }

    /** Refuses a key where each thing is recorded once by itself. */
    Call withoutKey(String what) {
        if (request.getHeaders().contains(KEY)) {
            throw new InvalidValueException(what + " take no " + KEY
                    + ": what each records is recorded once by itself, however often it comes");
        }
        return this;
    }

    /** Tells this request from all others: its method, its address and its body. */
    String fingerprint() {
        return Identity.of("request")
                .text(request.getMethod())
                .text(request.getHttpURI().getPathQuery())
                .text(mediaType())
                .bytes(body)
                .id();
    }

    private static Fields query(Request request) {
        try {
            return Request.extractQueryParameters(request);
        } catch (RuntimeException wrong) { // of several kinds, which are not documented
            throw new InvalidValueException("the parameters of the address are not UTF-8 with %-escapes");
        }
    }

    /** A part of the path that varies. */
    String variable(String name) {
        return variables.getOrDefault(name, "");
    }

    /** A field of the head; empty when it is not there, and all of them with commas when it is there more than once. */
    String header(String name) {
        return String.join(",", request.getHeaders().getValuesList(name));
    }

    /** Whether an answer of a kind is taken: all are, when nothing is said. */
    boolean accepts(String answer) {
        String anyOfItsType = answer.substring(0, answer.indexOf('/')) + "/*";
        return !request.getHeaders().contains(HttpHeader.ACCEPT)
                || request.getHeaders().getQualityCSV(HttpHeader.ACCEPT).stream()
                        .map(Routes::mediaType)
                        .anyMatch(Set.of(answer, anyOfItsType, "*/*")::contains);
    }

    /** Whether the body is lines, an object each. */
    boolean isLines() {
        return mediaType().equals(Answer.LINES);
    }

    /** The kind of the body. */
    String mediaType() {
        return Routes.mediaType(request.getHeaders().get(HttpHeader.CONTENT_TYPE));
    }

    /** Whether the body is compressed. */
    boolean isCompressed() {
        return request.getHeaders().contains(HttpHeader.CONTENT_ENCODING, Gzip.NAME);
    }

    /** Takes memory for so many bytes more; no if there is not so much left. */
    boolean takes(long bytes) {
        return share.take(bytes);
    }

    /** The body as it came. */
    byte[] body() {
        return body;
    }

    /**
     * The body as an object.
     *
     * @throws InvalidValueException if it is none of that kind
     */
    <T> T body(Class<T> type) {
        return Json.read(body, 0, body.length, type);
    }

    /** Refuses parameters that are not known. */
    Call knowing(String... names) {
        Set<String> known = Set.of(names);
        for (Fields.Field field : query) {
            if (!known.contains(field.getName())) {
                String meant = Spelling.nearest(field.getName(), List.of(names))
                        .map(near -> "; did you mean " + near + "?")
                        .orElse(";");
                throw new InvalidValueException(
                        "there is no parameter \"" + Json.excerpt(field.getName()) + "\"" + meant + " there "
                                + (names.length == 0 ? "are none here" : "are " + String.join(", ", names)));
            }
            if (field.getValues().size() > 1) {
                throw new InvalidValueException("the parameter " + field.getName() + " is given twice");
            }
        }
        return this;
    }

    /** A parameter; empty when it is not given. */
    String text(String name) {
        String value = query.getValue(name);
        return value == null ? "" : value;
    }

    /**
     * A parameter that is one of a few words; empty when it is not given.
     *
     * @throws InvalidValueException if it is given and empty
     */
    String word(String name) {
        if (query.get(name) != null && text(name).isEmpty()) {
            throw new InvalidValueException("the parameter " + name + " is empty; leave it out for all");
        }
        return text(name);
    }

    /** The agent that the request is about. */
    String agent() {
        about(text("agent"));
        return visit.agent();
    }

    String cursor() {
        return text("cursor");
    }

    /** How many items a page has at most. */
    int limit() {
        String given = query.getValue("limit");
        if (given == null) {
            return DEFAULT_LIMIT;
        }
        if (!WHOLE.matcher(given).matches()) {
            throw new InvalidValueException("limit is \"" + Json.excerpt(given) + "\"; allowed are 1 to 500");
        }
        return Integer.parseInt(given);
    }
}
