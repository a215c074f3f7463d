package org.asterism.bench.member;

/** The same, offered as one that never blocks and so may be called on the network thread. */
public interface NonblockingEcho extends Echo {

    /** The property by which a service says so. */
    String PROPERTY = "asterism.nonblocking";
}
