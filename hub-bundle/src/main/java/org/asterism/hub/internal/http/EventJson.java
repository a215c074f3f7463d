package org.asterism.hub.internal.http;

import java.util.Map;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterView;
import org.asterism.documents.EventDocument;
import org.asterism.documents.JsonText;
import org.asterism.documents.ViewDocument;

/** Changes as server-sent events. */
final class EventJson {

    private EventJson() {}

    /** The whole view, with which every stream begins. */
    static ServerSentEvent of(ClusterView view) {
        return event("view", view, ClusterJson.of(view));
    }

    /** @param after the view in which it has happened */
    static ServerSentEvent of(ClusterEvent event, ClusterView after) {
        Map<String, Object> json = ViewDocument.head(after);
        json.putAll(EventDocument.of(event));
        return event(EventDocument.type(event), after, json);
    }

    private static ServerSentEvent event(String type, ClusterView view, Map<String, Object> json) {
        return new ServerSentEvent(view.epoch() + "-" + view.revision(), type, JsonText.compact(json));
    }
}
