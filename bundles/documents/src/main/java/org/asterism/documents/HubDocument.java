package org.asterism.documents;

import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.HubStatus;

/** What the hub says of itself and of the connections to it. */
public final class HubDocument {

    private HubDocument() {}

    /** Without the view it belongs to. */
    public static Map<String, Object> status(HubStatus status) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("uptimeMillis", status.uptime().toMillis());
        document.put("members", status.members());
        document.put("services", status.services());
        document.put("messagesCarried", status.messagesCarried());
        document.put("messagesRefused", status.messagesRefused());
        document.put("bytesWaiting", status.bytesWaiting());
        document.put("slowConsumers", status.slowConsumers());
        document.put("slowConsumersCut", status.slowConsumersCut());
        return document;
    }

    /** Without the member it belongs to. */
    public static Map<String, Object> connection(ClientStatus client) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("address", client.address());
        document.put("lastHeardMillis", client.lastHeard().toMillis());
        document.put("framesReceived", client.framesReceived());
        document.put("framesSent", client.framesSent());
        document.put("bytesWaiting", client.bytesWaiting());
        document.put("slow", client.slow());
        return document;
    }
}
