package org.asterism.monitor.internal.osgi;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.apache.felix.hc.api.Result;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;

/** What every container must have. None of it touches the database. */
final class ContainerChecks {

    private static final String BOOTED = "org.apache.karaf.features.BootFinished";
    private static final int SHOWN = 4;

    private ContainerChecks() {}

    /** Threads of this JVM that wait for each other for ever. */
    static Result threads() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long[] stuck = threads.findDeadlockedThreads();
        if (stuck == null) {
            return new Result(Result.Status.OK, "no deadlock");
        }
        String names = Arrays.stream(threads.getThreadInfo(stuck))
                .filter(info -> info != null)
                .limit(SHOWN)
                .map(ThreadInfo::getThreadName)
                .collect(Collectors.joining(", "));
        return new Result(
                Result.Status.CRITICAL,
                stuck.length + " threads wait for each other for ever (" + names
                        + "): take a thread dump, then restart this container");
    }

    /** Whether all features have started and the container does not stop. */
    static Result booted(BundleContext context) {
        if (context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING) {
            return new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "the container stops");
        }
        return context.getServiceReference(BOOTED) == null
                ? new Result(Result.Status.TEMPORARILY_UNAVAILABLE, "the container still starts")
                : new Result(Result.Status.OK, "started");
    }
}
