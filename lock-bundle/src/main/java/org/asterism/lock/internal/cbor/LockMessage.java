package org.asterism.lock.internal.cbor;

/** Something that lock client and lock server say to each other. */
public interface LockMessage {

    /** As a sequence of items; what later versions add stands at the end, where earlier ones do not read it. */
    void write(CborWriter out);
}
