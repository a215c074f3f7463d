package org.asterism.deployment;

import java.util.List;
import java.util.Optional;
import org.asterism.remote.Idempotent;

/**
 * Tells what is deployed and how far that is. A remote service of each instance, all of which say the same: what is in the shared
 * database. Each method asks the database on the thread of the caller.
 *
 * <p>All methods throw {@link DeploymentException} if the database does not answer.
 */
@Idempotent
public interface DeploymentService {

    /** The number of the newest generation; 0 if nothing was ever deployed. */
    long newest() throws DeploymentException;

    /** The number of the generation that a node gets which starts now: the newest that all nodes had. 0 if there is none. */
    long stable() throws DeploymentException;

    /**
     * What was changed when, newest first.
     *
     * @param limit how many at most; 1 to 1,000
     */
    List<Generation> generations(int limit) throws DeploymentException;

    /**
     * The desired state of one generation, sorted by key; empty for number 0.
     *
     * @throws DeploymentException also if there is no such generation
     */
    List<Deployment> deployments(long generation) throws DeploymentException;

    /** How far a generation is; empty if there is no such generation. Ask again to follow it: it is cheap. */
    Optional<Rollout> rollout(long generation) throws DeploymentException;

    /** What the nodes said last, also those that are away now, sorted by id. */
    List<NodeReport> nodes() throws DeploymentException;

    /** What the nodes differ in from the generation they should have, sorted by node and name. As of their last reports. */
    List<Drift> drift() throws DeploymentException;
}
