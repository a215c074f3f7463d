package org.asterism.monitor.internal.jvm;

import com.sun.management.GarbageCollectionNotificationInfo;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javax.management.ListenerNotFoundException;
import javax.management.Notification;
import javax.management.NotificationEmitter;
import javax.management.NotificationListener;
import javax.management.openmbean.CompositeData;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hears of each collection of garbage until it is closed. */
public final class CollectorListener implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CollectorListener.class);

    private final List<NotificationEmitter> emitters = new ArrayList<>();
    private final NotificationListener listener;

    /** @param ended called with the length of each collection that stops the program, on a thread of the JVM */
    public CollectorListener(Consumer<Duration> ended) {
        this.listener = (notification, unused) -> hear(notification, ended);
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            if (collector instanceof NotificationEmitter emitter) {
                emitter.addNotificationListener(listener, null, null);
                emitters.add(emitter);
            }
        }
    }

    private static void hear(Notification notification, Consumer<Duration> ended) {
        if (GarbageCollectionNotificationInfo.GARBAGE_COLLECTION_NOTIFICATION.equals(notification.getType())) {
            GarbageCollectionNotificationInfo info =
                    GarbageCollectionNotificationInfo.from((CompositeData) notification.getUserData());
            if (!info.getGcName().endsWith("Cycles")) { // concurrent ones do not stop the program
                ended.accept(Duration.ofMillis(info.getGcInfo().getDuration()));
            }
        }
    }

    @Override
    public void close() {
        for (NotificationEmitter emitter : emitters) {
            try {
                emitter.removeNotificationListener(listener);
            } catch (ListenerNotFoundException e) {
                LOG.debug("A collector had nobody to tell", e);
            }
        }
    }
}
