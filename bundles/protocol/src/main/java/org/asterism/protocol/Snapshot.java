package org.asterism.protocol;

import java.util.List;
import org.asterism.cluster.Member;
import org.asterism.cluster.ServiceEntry;

/**
 * The two lists as the hub has them.
 *
 * @param hub this life of the hub
 * @param complete once no longer warming: whether everyone who was remembered came back or is known to be dead
 */
public record Snapshot(
        String hub,
        long epoch,
        long revision,
        boolean warming,
        boolean complete,
        List<Member> members,
        List<ServiceEntry> services) {

    public Snapshot {
        members = List.copyOf(members);
        services = List.copyOf(services);
    }
}
