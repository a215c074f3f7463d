package org.asterism.protocol;

import java.util.List;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;

/** What a member tells the hub. */
public sealed interface ControlMessage {

    /** A first message of a version of the protocol that is not understood here; the rest of it is not known. */
    record Stranger(long version) implements ControlMessage {}

    /**
     * The first message on every connection: everything the hub needs to know.
     *
     * @param listens the patterns it listens to
     * @param serves the topics it answers requests on
     * @param services everything the member offers
     * @param lastHub the life of the hub this member last heard, empty if none
     * @param lastEpoch the highest epoch this member has seen, 0 if none
     * @param lastRevision the revision it last saw in that epoch
     * @param remembered everyone in its last view, perhaps itself among them
     * @param deaths what it has seen end for certain
     */
    record Register(
            Member member,
            List<String> listens,
            List<String> serves,
            List<ServiceEntry> services,
            String lastHub,
            long lastEpoch,
            long lastRevision,
            List<Life> remembered,
            List<Life> deaths)
            implements ControlMessage {

        public Register {
            listens = List.copyOf(listens);
            serves = List.copyOf(serves);
            services = List.copyOf(services);
            remembered = List.copyOf(remembered);
            deaths = List.copyOf(deaths);
        }
    }

    /** Offers a service or replaces the properties of one that is offered. */
    record PublishService(ServiceEntry service) implements ControlMessage {}

    /** Withdraws a service. */
    record UnpublishService(String id) implements ControlMessage {}

    /** Tells the member's own state. */
    record ChangeState(MemberState state) implements ControlMessage {}

    /** Tells that another member's process has ended for certain. */
    record ReportDeath(Life life) implements ControlMessage {}

    /** Says good-bye. */
    record Leave() implements ControlMessage {}

    /** Asks for {@link HubMessage.CurrentView}. */
    record SnapshotRequest() implements ControlMessage {}
}
