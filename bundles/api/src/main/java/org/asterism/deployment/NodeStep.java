package org.asterism.deployment;

/** How far a node is in a roll. */
public enum NodeStep {
    /** Its turn has not come. */
    PENDING,
    /** Gets no new requests and finishes those it has. */
    DRAINING,
    /** Downloads, verifies and installs. */
    APPLYING,
    /** Has applied; its applications are being waited for. */
    VERIFYING,
    /** Has it, and gets requests again. */
    DONE,
    /** Was not there when its turn came; it gets the generation when it starts. */
    SKIPPED,
    /** Could not apply it or was not healthy with it; goes back. */
    GOING_BACK,
    /** Failed, and has the generation before again. */
    WENT_BACK,
    /** Failed, and did not get back to the generation before in time either: look at it. */
    FAILED
}
