package org.asterism.monitor.internal.osgi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.metrics.MetricSource;
import org.asterism.monitor.internal.Page;
import org.asterism.monitor.internal.Series;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All sources of this container, read one after the other whenever somebody looks. Thread-safe. */
final class Numbers {

    private static final Logger LOG = LoggerFactory.getLogger(Numbers.class);

    private final int seriesMax;
    private final List<MetricSource> sources = new CopyOnWriteArrayList<>();
    private final Set<MetricSource> failed = ConcurrentHashMap.newKeySet();

    Numbers(int seriesMax) {
        this.seriesMax = seriesMax;
    }

    void add(MetricSource source) {
        sources.add(source);
    }

    void remove(MetricSource source) {
        sources.remove(source);
        failed.remove(source);
    }

    /** Sorted by name. */
    synchronized List<Series> series() {
        List<MetricSource> inOrder = new ArrayList<>(sources);
        inOrder.sort(Comparator.comparing(source -> source.getClass().getName()));
        return Page.of(inOrder, seriesMax, this::failed).series();
    }

    private void failed(MetricSource source, RuntimeException e) {
        if (failed.add(source)) {
            LOG.warn("The numbers of {} cannot be read", source.getClass().getName(), e);
        } else {
            LOG.debug("The numbers of {} cannot be read", source.getClass().getName(), e);
        }
    }
}
