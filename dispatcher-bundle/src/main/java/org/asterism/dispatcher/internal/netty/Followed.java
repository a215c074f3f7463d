package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpHeaders;
import io.netty.util.AsciiString;
import java.util.concurrent.ThreadLocalRandom;
import org.asterism.dispatcher.internal.ObservationSettings;
import org.asterism.dispatcher.internal.RequestIds;
import org.asterism.dispatcher.internal.TraceParent;

/**
 * The ids by which a request can be followed: taken over from the client if they are valid, else made here.
 *
 * @param requestId empty if there shall be none
 * @param trace id of the trace; empty if there is none
 */
record Followed(String requestId, String trace) {

    private static final AsciiString REQUEST_ID = AsciiString.cached("x-request-id");
    private static final AsciiString TRACE_PARENT = AsciiString.cached("traceparent");
    private static final AsciiString TRACE_STATE = AsciiString.cached("tracestate");
    private static final int ALL = 100;

    /** Changes the headers of a request so that the node is told. A new request and a new trace have the same id. */
    static Followed of(HttpHeaders headers, ObservationSettings settings) {
        String trace = TraceParent.traceOf(headers.getAll(TRACE_PARENT));
        String known = settings.requestIds() ? headers.get(REQUEST_ID) : "";
        boolean anew = known == null || (settings.requestIds() && !RequestIds.isValid(known));
        boolean begins = trace.isEmpty() && settings.traces();
        if (!anew && !begins) {
            return new Followed(known, trace);
        }
        ThreadLocalRandom random = ThreadLocalRandom.current();
        String fresh = RequestIds.hex(random.nextLong(), random.nextLong());
        if (begins) {
            trace = fresh;
            boolean sampled = settings.sampledPercent() > 0 && random.nextInt(ALL) < settings.sampledPercent();
            headers.set(TRACE_PARENT, TraceParent.begin(trace, random.nextLong(), sampled))
                    .remove(TRACE_STATE);
        }
        if (anew) {
            known = fresh;
            headers.set(REQUEST_ID, known);
        }
        return new Followed(known, trace);
    }

    /** A line of an answer, with its end. */
    String line() {
        return requestId.isEmpty() ? "" : "x-request-id: " + requestId + "\r\n";
    }

    void toAnswer(HttpHeaders headers) {
        if (!requestId.isEmpty()) {
            headers.set(REQUEST_ID, requestId);
        }
    }
}
