package org.asterism.lock.internal.cbor;

/** What is said on {@link Topics#ACQUIRE}; its first item says which it is. */
public sealed interface TableMessage extends LockMessage permits AcquireRequest, ReleaseNotice {

    /** @throws IllegalArgumentException if it is neither */
    static TableMessage read(CborReader in) {
        long kind = in.uint();
        CborReader.require(kind == AcquireRequest.KIND || kind == ReleaseNotice.KIND, "an unknown kind");
        return kind == AcquireRequest.KIND ? AcquireRequest.read(in) : ReleaseNotice.read(in);
    }
}
