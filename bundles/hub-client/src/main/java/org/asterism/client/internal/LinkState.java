package org.asterism.client.internal;

/** The state of the link to the hub. */
public enum LinkState {
    /** No connection yet in this life of the member. */
    CONNECTING,
    /** Connected and registered. */
    UP,
    /** The connection is lost; the member serves on and connects again. */
    ISLANDED,
    /** The hub does not take this member, or shows a certificate that the member does not trust; it is asked again. */
    REFUSED,
    /** The member has left. */
    CLOSED
}
