package org.asterism.dispatcher.internal.jmx;

import java.util.Map;

/** The numbers of a dispatcher. Maps have context paths or ids of server nodes as keys; times are of the last minute. */
public interface DispatcherMXBean {

    String getInstance();

    long getUpMillis();

    long getRequests();

    long getRetries();

    long getRetriesRefused();

    long getEjections();

    long getProbes();

    long getQueued();

    long getRejected();

    long getFailed();

    long getConnectionsRefused();

    long getConnectionsToNodes();

    long getLogDropped();

    Map<String, Integer> getWaitingByApplication();

    Map<String, Long> getRejectedByApplication();

    Map<String, Double> getPerSecondByApplication();

    Map<String, Long> getP50MicrosByApplication();

    Map<String, Long> getP99MicrosByApplication();

    Map<String, Long> getMaxMicrosByApplication();

    Map<String, Integer> getOutstandingByNode();

    Map<String, Integer> getSessionsByNode();

    Map<String, Long> getMovedByNode();

    /** The cause of each ejection that lasts. */
    Map<String, String> getEjectedNodes();

    /** Keys are application and node, such as {@code /shop a/1}. */
    Map<String, Integer> getInFlight();

    /** Keys are application and node, such as {@code /shop a/1}. */
    Map<String, Integer> getLimits();
}
