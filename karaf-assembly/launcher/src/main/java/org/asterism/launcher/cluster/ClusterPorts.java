package org.asterism.launcher.cluster;

import org.asterism.launcher.LauncherException;

/** The ports of a cluster that are the same each time: base port plus offset. */
public record ClusterPorts(int offset) {

    private static final int DISPATCHER = 8080;
    private static final int HUB_HTTP = 8180;
    private static final int HUB_MONITOR = 8190;
    private static final int MONITOR = 8200;
    private static final int DATABASE = 9092;
    private static final int HUB = 61616;
    private static final int MAX_PORT = 65535;
    /** The most hubs. */
    public static final int MAX_HUBS = 5;
    /** The largest offset. */
    public static final int MAX_OFFSET = MAX_PORT - HUB - (MAX_HUBS - 1);
    /** The most instances: the next dispatcher would get the port of the hub's page. */
    public static final int MAX_INSTANCES = HUB_HTTP - DISPATCHER;

    /** @throws LauncherException if a port would be out of range */
    public static ClusterPorts ofOffset(int offset) throws LauncherException {
        if (offset < 0 || offset > MAX_OFFSET) {
            throw new LauncherException(
                    "the port offset " + offset + " is out of range; use one from 0 to " + MAX_OFFSET);
        }
        return new ClusterPorts(offset);
    }

    /** Where members connect to the first hub. */
    public int hub() {
        return hub(1);
    }

    /** Where members connect to the n-th hub, counted from 1. */
    public int hub(int number) {
        return HUB + number - 1 + offset;
    }

    /** The first hub's page and JSON. */
    public int hubHttp() {
        return hubHttp(1);
    }

    /** The n-th hub's page and JSON. */
    public int hubHttp(int number) {
        return HUB_HTTP + number - 1 + offset;
    }

    /** The numbers and health of the n-th hub, counted from 1. */
    public int hubMonitor(int number) {
        return HUB_MONITOR + number - 1 + offset;
    }

    /** The numbers and health of the n-th instance, counted from 1. */
    public int monitor(int number) {
        return MONITOR + number - 1 + offset;
    }

    /** The database server. */
    public int database() {
        return DATABASE + offset;
    }

    /** The dispatcher of the n-th instance, counted from 1. */
    public int dispatcher(int number) {
        return DISPATCHER + number - 1 + offset;
    }

    /** What members connect to, if there is one hub. */
    public String hubUrl() {
        return hubUrl(1);
    }

    /** What members connect to at the n-th hub. */
    public String hubUrl(int number) {
        return "tcp://127.0.0.1:" + hub(number);
    }

    /** Where browsers go. */
    public String dispatcherUrl(int number) {
        return "http://127.0.0.1:" + dispatcher(number);
    }
}
