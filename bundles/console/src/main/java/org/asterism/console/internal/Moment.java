package org.asterism.console.internal;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.cluster.ClusterView;

/**
 * Something that happened, and the cluster right after it.
 *
 * @param sequence counts the moments of this life of the hub, from 1
 * @param at by the clock of the hub
 * @param type such as {@code member-lost}, or {@code action}
 * @param content what is to be said of it, a document
 * @param view the lists after it
 */
public record Moment(long sequence, Instant at, String type, Map<String, Object> content, ClusterView view) {

    /** Without the view. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("sequence", sequence);
        document.put("at", at.toString());
        document.put("type", type);
        document.put("epoch", view.epoch());
        document.put("revision", view.revision());
        document.putAll(content);
        return document;
    }
}
