package org.asterism.deployment.internal.osgi;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.asterism.servernode.spi.RequestsUnderWay;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for the requests that an engine is about when it is to be changed. */
final class QuietEngine {

    private static final Logger LOG = LoggerFactory.getLogger(QuietEngine.class);
    private static final long LOOK_MILLIS = 20;

    private final BundleContext context;

    QuietEngine(BundleContext context) {
        this.context = context;
    }

    /** Returns when there are none, or when this time is over. */
    void await(Duration limit) throws InterruptedException {
        long begin = System.nanoTime();
        int left = count();
        while (left > 0 && System.nanoTime() - begin < limit.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
            left = count();
        }
        if (left > 0) {
            LOG.warn(
                    "{} requests have not finished within {} s; what they use is changed now", left, limit.toSeconds());
        }
    }

    private int count() {
        ServiceReference<RequestsUnderWay> reference = context.getServiceReference(RequestsUnderWay.class);
        RequestsUnderWay requests = reference == null ? null : context.getService(reference);
        if (requests == null) {
            return 0;
        }
        try {
            return requests.count();
        } finally {
            context.ungetService(reference);
        }
    }
}
