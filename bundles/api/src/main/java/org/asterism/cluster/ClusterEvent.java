package org.asterism.cluster;

/** One change of what a member knows of the cluster. */
public sealed interface ClusterEvent {

    /** The link to the hub is up. {@code epoch} tells whether the hub is the same one as before. */
    record HubConnected(long epoch) implements ClusterEvent {}

    /** The link to the hub is down; the member is islanded and its view stale. */
    record HubDisconnected(String cause) implements ClusterEvent {}

    /**
     * The hub no longer waits for members of its former life.
     *
     * @param complete whether everyone who was remembered is accounted for; false if the grace time ended the wait
     */
    record ViewSettled(boolean complete) implements ClusterEvent {}

    /** A member is new in the list. */
    record MemberJoined(Member member) implements ClusterEvent {}

    /** A member changed its state or its labels. */
    record MemberChanged(Member before, Member after) implements ClusterEvent {}

    /** A member said good-bye. */
    record MemberLeft(Member member) implements ClusterEvent {}

    /** A member is gone without a word. */
    record MemberLost(Member member, String cause) implements ClusterEvent {}

    /**
     * It is certain that this life of a member has ended: its death was reported, or a new life of it has registered. Heard
     * in the hub only, after {@link MemberLost} and also if the member was lost long before; changes nothing in the lists.
     */
    record MemberDied(MemberId member, String incarnation, String cause) implements ClusterEvent {}

    /** A service is new in the list. */
    record ServiceAdded(ServiceEntry service) implements ClusterEvent {}

    /** The properties of a service changed. */
    record ServiceChanged(ServiceEntry before, ServiceEntry after) implements ClusterEvent {}

    /** A service is no longer in the list. */
    record ServiceRemoved(ServiceEntry service) implements ClusterEvent {}
}
