package org.asterism.deployment;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * Changes what is deployed. A remote service of each instance; it is all the same which one is asked.
 *
 * <p>Files go first, and are found by their content from then on: stream one to the instance (property {@code asterism.member} of the
 * service) by {@link org.asterism.messaging.BulkService} on the topic {@value #UPLOAD_TOPIC}; nothing but its bytes. When that is completed it is
 * stored ({@link #isStored}) under the SHA-256 of what was sent. A file that no generation refers to is removed after an hour. Inside an instance there is
 * {@link ArtifactStore}.
 *
 * <p>A change is stored as a new generation and returns at once; {@link DeploymentService#rollout} tells how it goes on. It goes on
 * whatever becomes of the instance that was asked. All methods throw {@link DeploymentException} if the database does not answer.
 */
public interface DeploymentAdminService {

    /** The topic on which each instance receives files. */
    String UPLOAD_TOPIC = "asterism.deployment.upload";

    /** Whether a whole file with this SHA-256 is stored, so that it need not be sent. */
    boolean isStored(String sha256) throws DeploymentException;

    /**
     * Fetches a file and stores it.
     *
     * @param url {@code mvn:}, {@code https:} or {@code http:}, as the instance sees it
     * @return fails with a {@link DeploymentException}
     */
    CompletionStage<Artifact> fetch(String url);

    /**
     * Looks into a stored file and says what it is and how it is called.
     *
     * @param source its file name or URL; the ending tells a KAR, and a name is taken from it if the content has none
     * @throws DeploymentException also if it is nothing that can be deployed, or not stored
     */
    Deployment describe(String sha256, String source, Target target) throws DeploymentException;

    /**
     * Stores a change; the nodes get it as its options say.
     *
     * @return the number of the new generation
     * @throws DeploymentException also if a file is not stored, what is to be removed is not there, nothing would change, or there is
     *     a newer generation than the request is based on
     */
    long apply(ChangeRequest request) throws DeploymentException;

    /**
     * Makes what an earlier generation had the newest again, as a new generation.
     *
     * @return the number of the new generation
     * @throws DeploymentException also if there is no such generation, or nothing would change
     */
    long rollback(long generation, String who, RollOptions options) throws DeploymentException;

    /**
     * What a change would do, asked of one node for each set of nodes that should have the same; nothing is changed.
     *
     * @throws DeploymentException also if no node is there to be asked
     */
    List<NodePlan> plan(ChangeRequest request) throws DeploymentException;
}
