package org.asterism.deployment;

import java.util.Comparator;
import java.util.Optional;
import org.asterism.cluster.MemberId;

/**
 * Which server nodes a deployment is for. Of several deployments with the same name the one whose target is the narrowest counts on a
 * node: node before instance before cluster. Sorted from wide to narrow.
 *
 * @param member an instance, whose nodes are meant, or one server node; empty for all of the cluster
 */
public record Target(Optional<MemberId> member) implements Comparable<Target> {

    /** Every server node, also those that join later. */
    public static final Target CLUSTER = new Target(Optional.empty());

    private static final String CLUSTER_LABEL = "cluster";

    /** An instance or a server node; it need not exist yet. */
    public static Target of(MemberId member) {
        return new Target(Optional.of(member));
    }

    /**
     * Reads a {@link #label} back: {@code cluster}, {@code a} or {@code a/1}.
     *
     * @throws IllegalArgumentException if it is neither
     */
    public static Target parse(String label) {
        return label.equals(CLUSTER_LABEL) ? CLUSTER : of(new MemberId(label));
    }

    /** For people and files. */
    public String label() {
        return member.map(MemberId::value).orElse(CLUSTER_LABEL);
    }

    /** The word for how wide it is: {@code cluster}, {@code instance} or {@code node}. */
    public String scope() {
        return member.map(id -> id.parent().isPresent() ? "node" : "instance").orElse(CLUSTER_LABEL);
    }

    /** Whether this server node is meant. */
    public boolean covers(MemberId node) {
        return member.map(id -> id.equals(node) || node.parent().equals(Optional.of(id.value())))
                .orElse(true);
    }

    private int narrowness() {
        return member.map(id -> id.parent().isPresent() ? 2 : 1).orElse(0);
    }

    @Override
    public int compareTo(Target other) {
        return Comparator.comparingInt(Target::narrowness)
                .thenComparing(Target::label)
                .compare(this, other);
    }

    @Override
    public String toString() {
        return label();
    }
}
