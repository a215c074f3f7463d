package org.asterism.testing.contract;

import org.asterism.cluster.MemberKind;

/** A cluster under test with a hub that is up. What is done here may take effect a little later. */
public interface ClusterFixture {

    /** The hub as a member of its own cluster; another one after each {@link #startHub}. */
    ClusterMember hub();

    /** A new member, or a new life of one while the former is still there. */
    ClusterMember join(String id, MemberKind kind) throws Exception;

    /** Ends a member with a good-bye. */
    void leave(ClusterMember member) throws Exception;

    /** Ends a member without a word. */
    void kill(ClusterMember member) throws Exception;

    /** Ends the hub without a word. */
    void killHub() throws Exception;

    /** Starts a new life of the hub, to which the members come back. */
    void startHub() throws Exception;

    /** The hub waits no longer for those who are not back. Does nothing if it ends that by time within 10 seconds. */
    void endGrace() throws Exception;

    /** The largest payload of a message, in bytes. */
    int maxPayload();

    /** Ends everything. */
    void close() throws Exception;
}
