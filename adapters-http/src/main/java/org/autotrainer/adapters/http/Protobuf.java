package org.autotrainer.adapters.http;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.WireFormat;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsPartialSuccess;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.ExportTracePartialSuccess;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.autotrainer.adapters.http.Telemetry.Signal;

/**
 * Reads OTLP in protobuf into the objects that its JSON would give, and writes the answers.
 *
 * <p>It goes by the descriptors of the official classes, and not through these classes themselves: a body of 16 MB can hold
 * millions of empty messages, which are counted here before they take memory. Not thread-safe.
 */
final class Protobuf {
    private static final int DEEPEST = 64;
    private static final int MOST_VALUES = 2_000_000;

    private final CodedInputStream in;
    private int values;

    private Protobuf(CodedInputStream in) {
        this.in = in;
    }

    /**
     * A request as an object.
     *
     * @throws org.autotrainer.domain.evaluation.InvalidValueException if it is none, nests deeper than 64 levels or has
     *     more than two million values
     */
    static Map<String, Object> request(byte[] body, Signal signal) {
        Descriptor type = signal == Signal.TRACES
                ? ExportTraceServiceRequest.getDescriptor()
                : ExportLogsServiceRequest.getDescriptor();
        try {
            return new Protobuf(CodedInputStream.newInstance(body)).message(type, 1);
        } catch (IOException wrong) {
            throw Telemetry.wrong("it is damaged or cut off");
        }
    }

    /** An answer that says how many records were rejected, and why; empty when none were. */
    static byte[] answer(Signal signal, int rejected, String reason) {
        if (rejected == 0) {
            return new byte[0];
        }
        return signal == Signal.TRACES
                ? ExportTraceServiceResponse.newBuilder()
                        .setPartialSuccess(ExportTracePartialSuccess.newBuilder()
                                .setRejectedSpans(rejected)
                                .setErrorMessage(reason))
                        .build()
                        .toByteArray()
                : ExportLogsServiceResponse.newBuilder()
                        .setPartialSuccess(ExportLogsPartialSuccess.newBuilder()
                                .setRejectedLogRecords(rejected)
                                .setErrorMessage(reason))
                        .build()
                        .toByteArray();
    }

    private Map<String, Object> message(Descriptor type, int level) throws IOException {
        if (level > DEEPEST) {
            throw Telemetry.wrong("it nests deeper than " + DEEPEST + " levels");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (++values > MOST_VALUES) {
                throw Telemetry.wrong("it has more than " + MOST_VALUES + " values");
            }
            FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
            if (field == null || field.getLiteType().getWireType() != WireFormat.getTagWireType(tag)) {
                in.skipField(tag);
            } else {
                put(fields, field, value(field, level));
            }
        }
        return fields.isEmpty() ? Map.of() : fields; // millions may be empty
    }

    @SuppressWarnings("unchecked") // only lists are put under repeated fields
    private static void put(Map<String, Object> fields, FieldDescriptor field, Object value) {
        if (field.isRepeated()) {
            ((List<Object>) fields.computeIfAbsent(field.getJsonName(), any -> new ArrayList<>())).add(value);
        } else {
            fields.put(field.getJsonName(), value);
        }
    }

    private Object value(FieldDescriptor field, int level) throws IOException {
        return switch (field.getType()) {
            case MESSAGE -> within(field.getMessageType(), level);
            case STRING -> in.readStringRequireUtf8();
            case BYTES -> hex(in.readBytes());
            case BOOL -> in.readBool();
            case DOUBLE -> in.readDouble();
            case FLOAT -> (double) in.readFloat();
            case INT64, UINT64 -> in.readInt64();
            case FIXED64, SFIXED64 -> in.readFixed64();
            case INT32, UINT32, ENUM -> in.readInt32();
            case FIXED32, SFIXED32 -> in.readFixed32();
            case SINT32 -> in.readSInt32();
            case SINT64 -> in.readSInt64();
            case GROUP -> throw Telemetry.wrong("it has a group, which OTLP does not");
        };
    }

    private Map<String, Object> within(Descriptor type, int level) throws IOException {
        int before = in.pushLimit(in.readUInt32());
        Map<String, Object> message = message(type, level + 1);
        in.popLimit(before);
        return message;
    }

    private static String hex(ByteString bytes) {
        return HexFormat.of().formatHex(bytes.toByteArray());
    }
}
