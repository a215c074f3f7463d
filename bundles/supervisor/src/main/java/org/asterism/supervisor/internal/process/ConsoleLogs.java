package org.asterism.supervisor.internal.process;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ConsoleLog;
import org.asterism.container.ContainerLayout;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps what an instance and its server nodes print from filling the disk. */
public final class ConsoleLogs implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ConsoleLogs.class);

    private final ClusterLayout layout;
    private final Set<String> instances = ConcurrentHashMap.newKeySet();

    /** Of no instance yet. */
    public ConsoleLogs(ClusterLayout layout) {
        this.layout = layout;
    }

    /** From now on those of this instance too. */
    public void add(String instance) {
        instances.add(instance);
    }

    @Override
    public void run() {
        for (String instance : new TreeSet<>(instances)) {
            try {
                bound(instance);
            } catch (IOException e) {
                LOG.warn("what {} or one of its server nodes prints may fill the disk", instance, e);
            }
        }
    }

    private void bound(String instance) throws IOException {
        bound(layout.instance(instance));
        for (int number : layout.nodeNumbers(instance)) {
            bound(layout.node(instance, number));
        }
    }

    private static void bound(ContainerLayout container) throws IOException {
        if (new ConsoleLog(container).bound()) {
            LOG.info("{} was large, and begins anew", container.consoleLog());
        }
    }
}
