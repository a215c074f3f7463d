package org.asterism.lock.internal.cbor;

/** Where lock client and lock server meet. */
public final class Topics {

    /** Request {@link AcquireRequest}, answer {@link AcquireAnswer} once it is decided. */
    public static final String ACQUIRE = "asterism.lock.acquire";

    /** Request {@link DeclareRequest}, answer {@link LeaseAnswer}. */
    public static final String DECLARE = "asterism.lock.declare";

    /** Request {@link RenewRequest}, answer {@link LeaseAnswer}. */
    public static final String RENEW = "asterism.lock.renew";

    /** One way: {@link ReleaseNotice}. */
    public static final String RELEASE = "asterism.lock.release";

    private Topics() {}
}
