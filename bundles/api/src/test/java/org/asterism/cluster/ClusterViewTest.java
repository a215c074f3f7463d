package org.asterism.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterViewTest {

    @Test
    void theListsAreSortedAndImmutable() {
        ClusterView view =
                new ClusterView(1, 2, false, false, List.of(member("b"), member("a")), List.of(service("s", 1)));
        assertThat(view.members()).containsExactly(member("a"), member("b"));
        assertThat(view.members()).isEqualTo(List.of(member("a"), member("b")));
        assertThat(List.of(member("a"), member("b"))).isEqualTo(view.members());
        assertThatThrownBy(() -> view.members().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> view.members().get(2)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThat(view).isEqualTo(new ClusterView(1, 2, false, false, view.members(), view.services()));
        assertThat(view.member(new MemberId("b"))).contains(member("b"));
        assertThat(view.service("t")).isEmpty();
    }

    @Test
    void aViewIsMadeFromAnotherWithoutChangingIt() {
        ClusterView empty = ClusterView.UNKNOWN.with(3, 4, true, false);
        ClusterView full = empty.with(member("a")).with(service("s", 1)).with(service("s", 2));
        assertThat(empty.members()).isEmpty();
        assertThat(full).isEqualTo(new ClusterView(3, 4, true, false, List.of(member("a")), List.of(service("s", 2))));
        assertThat(full.without(new MemberId("a")).withoutService("s")).isEqualTo(empty);
        assertThat(empty.withoutService("s")).isEqualTo(empty);
    }

    @Test
    void theListsAreThoseOfASortedMap() {
        long seed = Long.getLong("asterism.seed", System.nanoTime());
        Random random = new Random(seed);
        TreeMap<String, ServiceEntry> expected = new TreeMap<>();
        ClusterView view = ClusterView.UNKNOWN;
        for (int i = 0; i < 5_000; i++) {
            ServiceEntry service = service("s" + random.nextInt(400), i);
            if (random.nextInt(3) > 0) {
                expected.put(service.id(), service);
                view = view.with(service);
            } else {
                expected.remove(service.id());
                view = view.withoutService(service.id());
            }
            assertThat(view.service(service.id()))
                    .as("asterism.seed=%d", seed)
                    .isEqualTo(Optional.ofNullable(expected.get(service.id())));
        }
        List<ServiceEntry> services = view.services();
        assertThat(services).as("asterism.seed=%d", seed).isEqualTo(List.copyOf(expected.values()));
        assertThat(IntStream.range(0, services.size()).mapToObj(services::get))
                .as("asterism.seed=%d", seed)
                .containsExactlyElementsOf(expected.values());
        assertThat(new ArrayList<>(services)).isEqualTo(services);
    }

    private static Member member(String id) {
        return new Member(
                new MemberId(id), MemberKind.INSTANCE, "1", MemberState.UP, "host", 1, "1", Map.of(), Instant.EPOCH);
    }

    private static ServiceEntry service(String id, long value) {
        return new ServiceEntry(id, List.of("x.Y"), new MemberId("a"), Map.of("v", value));
    }
}
