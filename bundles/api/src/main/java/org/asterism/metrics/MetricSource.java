package org.asterism.metrics;

import java.util.List;

/** Numbers that a bundle counts anyway; registered as a service for as long as they are worth reading. */
public interface MetricSource {

    /** Everything this source may ever read; always the same. */
    List<Metric> metrics();

    /**
     * Reads them. Called by one thread at a time, whenever somebody looks; never blocks and never touches the database. What is not
     * known is left out.
     */
    void read(Readings readings);
}
