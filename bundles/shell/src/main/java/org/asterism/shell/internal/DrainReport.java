package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.servernode.DrainRequest;
import org.asterism.servernode.DrainResult;
import org.asterism.servernode.NodeLoad;

/** How a drain went. */
public record DrainReport(DrainRequest request, DrainResult result) implements Report {

    /** What is left, on the way. */
    public static String line(NodeLoad left) {
        return counted(left.requests(), "request") + " in flight, " + counted(left.sessions(), "session") + " left";
    }

    @Override
    public String text() {
        String how = result.reached()
                ? " is drained after "
                : " still has more than " + counted(request.untilSessions(), "session")
                        + " or a request in flight after ";
        return request.node() + how + result.after().toMillis() + " ms: " + line(result.left()) + ", of "
                + result.before().sessions() + " at first; " + counted(result.moved(), "request")
                + " moved to other nodes"
                + (request.stop() ? "; it is asked to stop" : "") + "\n";
    }

    @Override
    public Object document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", request.node().value());
        document.put("reached", result.reached());
        document.put("millis", result.after().toMillis());
        document.put("requestsBefore", result.before().requests());
        document.put("sessionsBefore", result.before().sessions());
        document.put("requestsLeft", result.left().requests());
        document.put("sessionsLeft", result.left().sessions());
        document.put("requestsMoved", result.moved());
        document.put("stopped", request.stop());
        return document;
    }

    private static String counted(long number, String what) {
        return number + " " + what + (number == 1 ? "" : "s");
    }
}
