package org.asterism.deployment.internal;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import org.asterism.deployment.Deployment;

/** The container of a node, as far as things are brought to it. Used by one thread at a time. */
public interface NodePlatform {

    /** What was deployed to it and is there, whoever has started this container since. */
    List<Installed> deployed() throws ApplyException;

    /** What was installed on it by hand. */
    List<Installed> byHand() throws ApplyException;

    /** Gets whatever is needed to install these; changes nothing that runs. */
    void fetch(Collection<Deployment> deployments) throws ApplyException;

    /**
     * Carries a plan out: removes, installs, starts. What is removed is removed also if something cannot be installed.
     *
     * @throws ApplyException at the first thing that cannot be installed or started; the ones after it are not there then
     */
    void carryOut(ApplyPlan plan) throws ApplyException, InterruptedException;

    /**
     * Waits until everything that was installed works.
     *
     * @throws ApplyException if something does not within this time
     */
    void awaitHealthy(Collection<Deployment> deployments, Duration limit) throws ApplyException, InterruptedException;
}
