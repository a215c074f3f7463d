package org.asterism.servernode.internal;

import java.util.List;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.Hosting;

/**
 * One server node as it is configured.
 *
 * @param id such as {@code a/1}
 * @param hosting how it runs
 * @param weight its share of new requests relative to others; at least 1
 * @param jvmOptions of its own JVM, if it has one
 */
public record NodeSettings(MemberId id, Hosting hosting, int weight, List<String> jvmOptions) {

    /** @throws IllegalArgumentException if the weight is not positive */
    public NodeSettings {
        jvmOptions = List.copyOf(jvmOptions);
        if (weight < 1) {
            throw new IllegalArgumentException("weight is " + weight + ", not at least 1");
        }
    }
}
