package org.asterism.hub.internal.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.ClientStatus;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;

/** The connections at about the moment of a view; that of another incarnation is not that of the member. */
final class Connections {

    private final Map<MemberId, ClientStatus> clients = new HashMap<>();

    Connections(List<ClientStatus> clients) {
        clients.forEach(client -> this.clients.put(client.member().id(), client));
    }

    Optional<ClientStatus> of(Member member) {
        return Optional.ofNullable(clients.get(member.id()))
                .filter(client -> client.member().sameIncarnation(member));
    }
}
