package org.asterism.lock;

import java.util.Objects;

/** One of several locks that are asked for together. */
public record LockRequest(LockKey key, LockMode mode) {

    public LockRequest {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(mode, "mode");
    }
}
