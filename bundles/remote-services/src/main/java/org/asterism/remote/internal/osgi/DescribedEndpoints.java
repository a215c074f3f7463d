package org.asterism.remote.internal.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.asterism.remote.internal.xml.EndpointDocument;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.service.remoteserviceadmin.EndpointDescription;
import org.osgi.service.remoteserviceadmin.RemoteConstants;
import org.osgi.util.tracker.BundleTracker;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The endpoints that bundles describe in files named by their header {@code Remote-Service}; there while the bundle is active.
 * A file or an endpoint that is no good is left out and logged.
 */
final class DescribedEndpoints extends BundleTracker<List<EndpointDescription>> {

    private static final Logger LOG = LoggerFactory.getLogger(DescribedEndpoints.class);
    private static final String HEADER = "Remote-Service";

    private final Runnable changed;
    /** Not what the tracker knows: it knows of a bundle only after it has been told here. */
    private final Map<Bundle, List<EndpointDescription>> described = new ConcurrentSkipListMap<>();

    /** @param changed called on any thread when there is another set of endpoints */
    DescribedEndpoints(BundleContext context, Runnable changed) {
        super(context, Bundle.ACTIVE, null);
        this.changed = changed;
    }

    /** All of them by their ids; if two have the same id, the one of the older bundle. */
    Map<String, EndpointDescription> endpoints() {
        Map<String, EndpointDescription> endpoints = new LinkedHashMap<>();
        described.values().stream()
                .flatMap(List::stream)
                .forEach(endpoint -> endpoints.putIfAbsent(endpoint.getId(), endpoint));
        return endpoints;
    }

    @Override
    public List<EndpointDescription> addingBundle(Bundle bundle, BundleEvent event) {
        String header = bundle.getHeaders("").get(HEADER);
        if (header == null) {
            return null;
        }
        List<EndpointDescription> endpoints = new ArrayList<>();
        for (String path : header.split(",", -1)) {
            files(bundle, path.split(";", 2)[0].trim()).forEach(file -> read(bundle, file, endpoints));
        }
        described.put(bundle, endpoints);
        changed.run();
        return endpoints;
    }

    @Override
    public void removedBundle(Bundle bundle, BundleEvent event, List<EndpointDescription> endpoints) {
        described.remove(bundle);
        changed.run();
    }

    /** A path is a file, a folder ({@code OSGI-INF/remote-service/}) or has wildcards in its last part. */
    private static List<URL> files(Bundle bundle, String path) {
        int slash = path.lastIndexOf('/');
        String pattern = path.substring(slash + 1);
        var found = bundle.findEntries(
                slash < 0 ? "/" : path.substring(0, slash + 1), pattern.isEmpty() ? "*.xml" : pattern, false);
        if (found == null) {
            LOG.warn("The bundle {} has no {}, which its header {} names", bundle, path, HEADER);
            return List.of();
        }
        return Collections.list(found);
    }

    private static void read(Bundle bundle, URL file, List<EndpointDescription> endpoints) {
        try (InputStream input = file.openStream()) {
            for (Map<String, Object> properties : EndpointDocument.read(input)) {
                properties.put(RemoteConstants.SERVICE_IMPORTED, true);
                endpoints.add(new EndpointDescription(properties));
            }
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("{} of the bundle {} does not describe endpoints", file, bundle, e);
        }
    }
}
