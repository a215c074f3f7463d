package org.asterism.console.internal.osgi;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.asterism.cluster.ClusterEvent;
import org.asterism.cluster.ClusterListener;
import org.asterism.cluster.ClusterView;
import org.asterism.console.internal.Actions;
import org.asterism.console.internal.Timeline;
import org.asterism.console.internal.Visitor;
import org.asterism.console.internal.http.Pictures;
import org.asterism.documents.EventDocument;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts on the timeline what happens in the cluster and what people do to it; the latter into the log, too. */
final class TimelineListener implements ClusterListener, Actions.Audit {

    private static final Logger AUDIT = LoggerFactory.getLogger("org.asterism.audit");

    private final Timeline timeline;
    private final LiveCluster cluster;
    private final Pictures pictures;

    TimelineListener(Timeline timeline, LiveCluster cluster, Pictures pictures) {
        this.timeline = timeline;
        this.cluster = cluster;
        this.pictures = pictures;
    }

    @Override
    public void changed(ClusterEvent event, ClusterView before, ClusterView after) {
        timeline.add(Instant.now(), EventDocument.type(event), EventDocument.of(event), after);
        pictures.changed();
    }

    @Override
    public void record(Visitor by, String action, Map<String, String> parameters, String reason, String outcome) {
        AUDIT.info(
                "{} ({}) asked for {} {}, because: {}: {}", by.user(), by.role(), action, parameters, reason, outcome);
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("by", by.user());
        content.put("action", action);
        content.put("parameters", parameters);
        content.put("reason", reason);
        content.put("outcome", outcome);
        cluster.cluster().ifPresent(known -> timeline.add(Instant.now(), "action", content, known.view()));
        pictures.changed();
    }
}
