package org.asterism.console.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.asterism.dispatcher.ApplicationReport;
import org.asterism.dispatcher.DispatcherReport;
import org.asterism.dispatcher.PlaceReport;
import org.asterism.dispatcher.TargetReport;

/** How busy server nodes and dispatchers are, from what all dispatchers say. Never changes. */
public final class Loads {

    /** Nothing is known. */
    public static final Loads NONE = new Loads(Map.of());

    private final Map<String, Load> byId;

    private Loads(Map<String, Load> byId) {
        this.byId = byId;
    }

    /** A node has what all dispatchers send to it, an instance what its dispatcher has from clients. */
    public static Loads of(Collection<DispatcherReport> reports) {
        Map<String, Load> byId = new HashMap<>();
        for (DispatcherReport report : reports) {
            for (TargetReport target : report.targets()) {
                add(byId, target.node().value(), new Load(0, 0, target.outstanding(), target.sessions()));
            }
            for (ApplicationReport application : report.applications()) {
                add(byId, report.instance(), Load.of(application.traffic(), application.waiting(), 0));
                for (PlaceReport place : application.places()) {
                    add(byId, place.node().value(), Load.of(place.traffic(), 0, 0));
                }
            }
        }
        return new Loads(Map.copyOf(byId));
    }

    private static void add(Map<String, Load> byId, String id, Load load) {
        byId.merge(id, load, Load::plus);
    }

    /** Adds {@code load} to what is known to be busy. */
    void addTo(Map<String, Object> instanceOrNode) {
        Load load = byId.get(String.valueOf(instanceOrNode.get("id")));
        if (load != null) {
            instanceOrNode.put("load", load.document());
        }
    }
}
