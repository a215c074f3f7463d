package org.asterism.shell.internal.karaf;

/** What all commands have in common. */
final class Scope {

    static final String NAME = "asterism";
    static final String NO_MEMBER = "this container is not a member of a cluster";
    static final String AWAY = "the link to it is down";

    private Scope() {}
}
