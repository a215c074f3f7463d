package org.asterism.remote.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberKind;
import org.asterism.messaging.MessagingException;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RemoteServicesTest {

    private static final Duration WAIT = Duration.ofSeconds(10);

    private final InMemoryCluster cluster = new InMemoryCluster();

    /** What is offered. */
    public interface Greeter {
        String greet(String name);
    }

    @AfterEach
    void end() {
        cluster.close();
    }

    private static RemoteServices services(InMemoryMember member) {
        return RemoteServices.open(member.cluster(), member.messages(), member.services());
    }

    @Test
    void callsWhatAnotherMemberOffers() throws Exception {
        try (RemoteServices offering = services(cluster.join("client/a", MemberKind.CLIENT));
                RemoteServices calling = services(cluster.join("client/b", MemberKind.CLIENT))) {
            offering.offer(Greeter.class, name -> "hello " + name, Map.of());

            Optional<Greeter> greeter = calling.await(Greeter.class, WAIT);

            assertThat(greeter).isPresent();
            assertThat(greeter.get().greet("b")).isEqualTo("hello b");
        }
    }

    @Test
    void findsNothingThatIsNotOfferedOrIsItsOwn() throws Exception {
        try (RemoteServices services = services(cluster.join("client/a", MemberKind.CLIENT))) {
            services.offer(Greeter.class, name -> "hello " + name, Map.of());
            cluster.settle();

            assertThat(services.find(Greeter.class)).isEmpty();
            assertThat(services.await(Greeter.class, Duration.ZERO)).isEmpty();
        }
    }

    @Test
    void findsNothingThatIsNotOfferedToIt() throws Exception {
        try (RemoteServices offering = services(cluster.join("a", MemberKind.INSTANCE));
                RemoteServices calling = services(cluster.join("client/b", MemberKind.CLIENT))) {
            offering.offer(Greeter.class, name -> "hello " + name, Map.of("asterism.scope", "instance"));
            cluster.settle();

            assertThat(calling.find(Greeter.class)).isEmpty();
        }
    }

    @Test
    void aProxyGoesOnToTheNextService() throws Exception {
        InMemoryMember first = cluster.join("client/a", MemberKind.CLIENT);
        try (RemoteServices offering = services(first);
                RemoteServices other = services(cluster.join("client/b", MemberKind.CLIENT));
                RemoteServices calling = services(cluster.join("client/c", MemberKind.CLIENT))) {
            offering.offer(Greeter.class, name -> "a", Map.of("service.ranking", 1));
            other.offer(Greeter.class, name -> "b", Map.of());
            cluster.settle();
            Greeter greeter = calling.find(Greeter.class).orElseThrow();
            assertThat(greeter.greet("")).isEqualTo("a");

            cluster.kill(first);
            cluster.settle();

            assertThat(greeter.greet("")).isEqualTo("b");
        }
    }

    @Test
    void aCallFailsWhenNothingIsLeft() throws Exception {
        try (RemoteServices offering = services(cluster.join("client/a", MemberKind.CLIENT));
                RemoteServices calling = services(cluster.join("client/b", MemberKind.CLIENT))) {
            AutoCloseable offer = offering.offer(Greeter.class, name -> "a", Map.of());
            Greeter greeter = calling.await(Greeter.class, WAIT).orElseThrow();

            offer.close();
            cluster.settle();

            assertThatThrownBy(() -> greeter.greet("")).isInstanceOf(MessagingException.class);
        }
    }
}
