package org.asterism.protocol;

import java.util.List;
import org.asterism.cluster.Member;
import org.asterism.cluster.ServiceEntry;

/** One change of the lists, told to everyone; within an epoch the revisions have no gap. */
public sealed interface HubEvent extends HubMessage {

    /** The life of the hub. */
    long epoch();

    /** The revision in which this has happened. */
    long revision();

    /** A member had seen a higher epoch than the clock gave the hub. */
    record EpochRaised(long epoch, long revision) implements HubEvent {}

    /** The hub no longer waits for members of its former life. */
    record ViewSettled(long epoch, long revision, boolean complete) implements HubEvent {}

    /** A member is in the list with everything it offers. */
    record MemberJoined(long epoch, long revision, Member member, List<ServiceEntry> services) implements HubEvent {

        public MemberJoined {
            services = List.copyOf(services);
        }
    }

    /** A member is in another state. */
    record MemberChanged(long epoch, long revision, Member member) implements HubEvent {}

    /** A member said good-bye; its services are gone with it. */
    record MemberLeft(long epoch, long revision, Life life) implements HubEvent {}

    /** A member is gone without a word, its services with it. It may be one that was only remembered. */
    record MemberLost(long epoch, long revision, Life life, String cause) implements HubEvent {}

    /** A service is in the list. */
    record ServiceAdded(long epoch, long revision, ServiceEntry service) implements HubEvent {}

    /** The properties of a service changed. */
    record ServiceChanged(long epoch, long revision, ServiceEntry service) implements HubEvent {}

    /** A service is no longer in the list. */
    record ServiceRemoved(long epoch, long revision, String id) implements HubEvent {}
}
