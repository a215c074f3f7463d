package org.asterism.monitor.internal.osgi;

import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import org.asterism.monitor.internal.http.HttpAnswer;
import org.asterism.monitor.internal.http.MonitorPort;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens the port where there is one to be. A container works without it, but nobody sees how. */
final class PortKeeper implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PortKeeper.class);

    private final MonitorSettings settings;
    private final Map<String, Supplier<HttpAnswer>> pages;
    private MonitorPort port;
    private boolean closed;

    PortKeeper(MonitorSettings settings, Map<String, Supplier<HttpAnswer>> pages) {
        this.settings = settings;
        this.pages = pages;
    }

    synchronized void open() {
        if (settings.port() < 0 || closed) {
            return;
        }
        try {
            port = new MonitorPort(settings.host(), settings.port(), pages);
            LOG.info("Numbers and health are at http://{}:{}/metrics and /health", settings.host(), port.port());
        } catch (IOException e) {
            LOG.error(
                    "Numbers and health are not shown: {}:{} cannot be used ({}); choose another port in {}.cfg",
                    settings.host(),
                    settings.port(),
                    e.getMessage(),
                    MonitorConfig.PID);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (port != null) {
            port.close();
        }
    }
}
