package org.asterism.lock.internal.server;

import java.util.List;
import java.util.Map;

/** The numbers of the lock server for JMX; counts begin with the hub's life, times are in microseconds. */
public interface LockServerMXBean {

    boolean isGrace();

    int getHeld();

    int getWaiting();

    int getEntries();

    int getOwners();

    int getPeakHeld();

    int getPeakWaiting();

    long getGranted();

    long getReleased();

    long getTimedOut();

    long getRefused();

    long getLost();

    long getWaited();

    long getForced();

    long getPromoted();

    long getDeadlocks();

    /** Grants that were held for too long; each of them is also a notification. */
    long getHeldLong();

    /** Who holds what for too long now. */
    List<String> getLongHeld();

    long getOldestMillis();

    long getHoldingP50Micros();

    long getHoldingP99Micros();

    long getHoldingMaxMicros();

    long getWaitingP50Micros();

    long getWaitingP99Micros();

    long getWaitingMaxMicros();

    /** Locks that are held, by namespace. */
    Map<String, Integer> getHeldByNamespace();

    /** The members with the most locks, with their numbers. */
    List<String> getTopOwners();

    /** The last bounds that were reached, newest first. */
    List<String> getOverflows();
}
