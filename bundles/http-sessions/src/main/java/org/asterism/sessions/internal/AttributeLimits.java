package org.asterism.sessions.internal;

/**
 * Bounds of what is written for one session, and of what is believed when it is read.
 *
 * @param maxBytes of all attributes of a session
 * @param maxDepth of references within each other
 * @param maxReferences to objects
 */
public record AttributeLimits(int maxBytes, int maxDepth, int maxReferences) {

    /** H2 keeps no more in one column. */
    private static final int LARGEST = 1 << 20;

    public AttributeLimits {
        if (maxBytes < 256 || maxBytes > LARGEST) {
            throw new IllegalArgumentException("max.bytes is not in 256–" + LARGEST + ": " + maxBytes);
        }
        if (maxDepth < 1 || maxReferences < 1) {
            throw new IllegalArgumentException("max.depth and max.references are not positive");
        }
    }
}
