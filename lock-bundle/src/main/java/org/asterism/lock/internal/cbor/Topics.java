package org.asterism.lock.internal.cbor;

/** Where lock client and lock server meet. All but {@link #STACKS}, {@link #LOST} and {@link #YIELD} are topics of the server. */
public final class Topics {

    /**
     * Request {@link AcquireRequest}, answer {@link AcquireAnswer} once it is decided; told without an answer
     * {@link ReleaseNotice}: on one topic, so that they stay in order and share their frames.
     */
    public static final String ACQUIRE = "asterism.lock.acquire";

    /** Request {@link PromoteRequest}, answer {@link AcquireAnswer} once it is decided. */
    public static final String PROMOTE = "asterism.lock.promote";

    /** Request {@link CheckRequest}, answer {@link CheckAnswer}. */
    public static final String CHECK = "asterism.lock.check";

    /** Request {@link DeclareRequest}, answer {@link LeaseAnswer}. */
    public static final String DECLARE = "asterism.lock.declare";

    /** Request {@link RenewRequest}, answer {@link LeaseAnswer}. */
    public static final String RENEW = "asterism.lock.renew";

    /** One way to a member: {@link LostNotice}. */
    public static final String LOST = "asterism.lock.lost";

    /** Request to a member {@link StacksRequest}, answer {@link StacksAnswer}. */
    public static final String STACKS = "asterism.lock.stacks";

    /** Request {@link MoveRequest}, answer {@link MoveAnswer}: what may be adopted. */
    public static final String FETCH = "asterism.lock.fetch";

    /** Request {@link AdoptRequest}, answer {@link AcquireAnswer}. */
    public static final String ADOPT = "asterism.lock.adopt";

    /** Request {@link MoveRequest}, answer {@link MoveAnswer} without locks: the session has ended. */
    public static final String DISCARD = "asterism.lock.discard";

    /** Request to a member {@link YieldRequest}, answered without content. */
    public static final String YIELD = "asterism.lock.yield";

    private Topics() {}
}
