package org.asterism.remote.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.Member;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.ServiceEntry;
import org.junit.jupiter.api.Test;

class RemoteEndpointsTest {

    private static final MemberId B = new MemberId("b");

    private final RemoteEndpoints endpoints = new RemoteEndpoints(new MemberId("a"));
    private final ServiceEntry x = entry("x", B, "red");

    private static ServiceEntry entry(String id, MemberId owner, String colour) {
        return new ServiceEntry(
                id, List.of("x.Api"), owner, Map.of("colour", colour, "service.imported.configs", List.of("asterism")));
    }

    private static Member b(String incarnation) {
        return new Member(B, MemberKind.INSTANCE, incarnation, MemberState.UP, "host", 1, "1", Map.of(), Instant.EPOCH);
    }

    private static ClusterView settled(long epoch, ServiceEntry... services) {
        return new ClusterView(epoch, 1, false, false, List.of(b("1")), Arrays.asList(services));
    }

    private static ClusterView warming(long epoch, List<Member> members, ServiceEntry... services) {
        return new ClusterView(epoch, 1, true, false, members, Arrays.asList(services));
    }

    @Test
    void additionsChangesAndRemovalsAreTold() {
        assertThat(endpoints.apply(settled(1, x))).containsExactly(new EndpointChange.Added(x));
        ServiceEntry blue = entry("x", B, "blue");
        assertThat(endpoints.apply(settled(1, blue))).containsExactly(new EndpointChange.Changed(blue));
        assertThat(endpoints.apply(settled(1))).containsExactly(new EndpointChange.Removed(blue));
    }

    @Test
    void ownEndpointsAndOtherEntriesAreLeftOut() {
        ServiceEntry own = entry("own", new MemberId("a"), "red");
        ServiceEntry other = new ServiceEntry("other", List.of("x.Api"), B, Map.of());
        assertThat(endpoints.apply(settled(1, own, other))).isEmpty();
    }

    @Test
    void whatIsTheSameCausesNoChange() {
        endpoints.apply(settled(1, x));
        assertThat(endpoints.apply(settled(1, x))).isEmpty();
        assertThat(endpoints.apply(settled(2, entry("x", B, "red")))).isEmpty();
    }

    @Test
    void aStaleViewChangesNothing() {
        endpoints.apply(settled(1, x));
        assertThat(endpoints.apply(ClusterView.UNKNOWN)).isEmpty();
    }

    @Test
    void whileTheHubIsWarmingAnEndpointMayComeBack() {
        endpoints.apply(settled(1, x));
        assertThat(endpoints.apply(warming(2, List.of()))).isEmpty();
        assertThat(endpoints.apply(warming(2, List.of(b("1"))))).isEmpty();
        assertThat(endpoints.apply(warming(2, List.of(b("1")), x))).isEmpty();
        assertThat(endpoints.apply(settled(2))).containsExactly(new EndpointChange.Removed(x));
    }

    @Test
    void theEndpointsOfAFormerLifeDoNotComeBack() {
        endpoints.apply(settled(1, x));
        ServiceEntry successor = entry("y", B, "red");
        assertThat(endpoints.apply(warming(2, List.of(b("2")), successor)))
                .containsExactly(new EndpointChange.Added(successor), new EndpointChange.Removed(x));
    }

    @Test
    void theHubsEndpointsEndWithItsEpoch() {
        ServiceEntry ofHub = entry("hub", MemberId.HUB, "red");
        endpoints.apply(settled(1, ofHub));
        assertThat(endpoints.apply(warming(1, List.of()))).isEmpty();
        assertThat(endpoints.apply(warming(2, List.of()))).containsExactly(new EndpointChange.Removed(ofHub));
    }

    @Test
    void anotherOwnerOrInterfaceIsAnotherEndpoint() {
        endpoints.apply(settled(1, x));
        ServiceEntry other = entry("x", new MemberId("c"), "red");
        assertThat(endpoints.apply(settled(1, other)))
                .containsExactly(new EndpointChange.Removed(x), new EndpointChange.Added(other));
    }

    private static ServiceEntry scoped(String id, String owner, String scope) {
        return new ServiceEntry(
                id,
                List.of("x.Api"),
                new MemberId(owner),
                Map.of("asterism.scope", scope, "service.imported.configs", List.of("asterism")));
    }

    private static ClusterView withMember(String id, MemberKind kind, ServiceEntry... services) {
        Member self = new Member(new MemberId(id), kind, "1", MemberState.UP, "host", 1, "1", Map.of(), Instant.EPOCH);
        return new ClusterView(1, 1, false, false, List.of(self), Arrays.asList(services));
    }

    @Test
    void onlyWhatIsOfferedToTheMemberIsThere() {
        ServiceEntry everyones = scoped("everyones", "b/1", "cluster");
        ServiceEntry instances = scoped("instances", "b/1", "instance");
        ServiceEntry own = scoped("own", "b/1", "member");
        ServiceEntry strange = scoped("strange", "b/1", "galaxy");
        RemoteEndpoints sibling = new RemoteEndpoints(new MemberId("b/2"));
        RemoteEndpoints stranger = new RemoteEndpoints(new MemberId("a/1"));
        RemoteEndpoints hub = new RemoteEndpoints(MemberId.HUB);

        assertThat(sibling.apply(withMember("b/2", MemberKind.SERVER_NODE, everyones, instances, own, strange)))
                .containsExactly(new EndpointChange.Added(everyones), new EndpointChange.Added(instances));
        assertThat(stranger.apply(withMember("a/1", MemberKind.SERVER_NODE, everyones, instances, own)))
                .containsExactly(new EndpointChange.Added(everyones));
        assertThat(hub.apply(settled(1, everyones, instances, own)))
                .containsExactly(new EndpointChange.Added(everyones));
    }

    @Test
    void aNarrowerScopeTakesAnEndpointAway() {
        ServiceEntry wide = scoped("x", "b", "cluster");
        endpoints.apply(withMember("a", MemberKind.INSTANCE, wide));
        assertThat(endpoints.apply(withMember("a", MemberKind.INSTANCE, scoped("x", "b", "instance"))))
                .containsExactly(new EndpointChange.Removed(wide));
    }
}
