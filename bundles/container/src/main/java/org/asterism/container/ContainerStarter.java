package org.asterism.container;

import java.io.IOException;
import java.util.Optional;

/**
 * Starts containers, each as a process of its own that outlives the one that started it.
 *
 * <p>{@link #start} returns as soon as the process runs. Nobody starts two containers in the same base at the same time:
 * the one who owns the base asks {@link #running} before.
 */
public final class ContainerStarter {

    private final JavaRuntime java;

    /** With the Java this code runs on. */
    public ContainerStarter() {
        this(JavaRuntime.current());
    }

    /** With a given Java. */
    public ContainerStarter(JavaRuntime java) {
        this.java = java;
    }

    /**
     * Prepares the base, starts the process and writes its record.
     *
     * @throws ContainerStartException with one clear message if any of this is not possible, or it runs already
     */
    public StartedContainer start(ContainerSpec spec) throws ContainerStartException {
        java.check();
        KarafLibraries libraries = KarafLibraries.in(spec.home());
        Optional<ProcessRecord> running = running(spec);
        if (running.isPresent()) {
            throw new ContainerStartException(spec.name() + " runs already with pid "
                    + running.get().identity().pid());
        }
        ContainerLayout layout = new ContainerBase(spec).prepare();
        return new DetachedProcess(spec.name(), layout)
                .start(KarafCommand.of(spec, libraries, java, JvmOptions.in(layout)), spec.ports());
    }

    private static Optional<ProcessRecord> running(ContainerSpec spec) throws ContainerStartException {
        try {
            return running(new ContainerLayout(spec.base()));
        } catch (IOException e) {
            throw new ContainerStartException(e.getMessage(), e);
        }
    }

    /**
     * The record of a container's process, if the process is alive.
     *
     * @throws CorruptRecordException if there is a record that cannot be understood
     */
    public static Optional<ProcessRecord> running(ContainerLayout layout) throws IOException {
        return ProcessRecord.read(layout.processRecord())
                .filter(record -> record.identity().isAlive());
    }
}
