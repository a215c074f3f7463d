package org.asterism.deployment;

import java.util.List;
import java.util.Optional;

/**
 * A change of the desired state, all of it in one generation.
 *
 * @param put what is added, or takes the place of what has the same key
 * @param remove what goes away; it must be there
 * @param who wants it, for people
 * @param options how it comes to the nodes
 * @param basis if present the number of the newest generation that the caller has seen: the change is refused if there is a newer one
 */
public record ChangeRequest(
        List<Deployment> put, List<DeploymentKey> remove, String who, RollOptions options, Optional<Long> basis) {

    private static final int MOST = 1000;
    private static final int MAX_WHO = 200;

    /** @throws IllegalArgumentException if nothing or too much is changed, or the name is too long */
    public ChangeRequest {
        put = List.copyOf(put);
        remove = List.copyOf(remove);
        int changes = put.size() + remove.size();
        if (changes < 1 || changes > MOST) {
            throw new IllegalArgumentException("a change of " + changes + " deployments, not of 1 to " + MOST);
        }
        if (who.length() > MAX_WHO) {
            throw new IllegalArgumentException("who wants a change has more than " + MAX_WHO + " characters");
        }
    }

    /** Adds or replaces. */
    public static ChangeRequest put(List<Deployment> deployments, String who, RollOptions options) {
        return new ChangeRequest(deployments, List.of(), who, options, Optional.empty());
    }

    /** Takes away. */
    public static ChangeRequest remove(List<DeploymentKey> keys, String who, RollOptions options) {
        return new ChangeRequest(List.of(), keys, who, options, Optional.empty());
    }
}
