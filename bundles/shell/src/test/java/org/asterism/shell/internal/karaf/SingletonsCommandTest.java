package org.asterism.shell.internal.karaf;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockInfo;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockServer;
import org.asterism.shell.internal.SingletonListing;
import org.asterism.singleton.Singleton;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.lock.FixedLockServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SingletonsCommandTest {

    private static final MemberId A1 = new MemberId("a/1");
    private static final MemberId B2 = new MemberId("b/2");
    private static final SingletonListing LISTING = new SingletonListing(List.of(
            new LockInfo(
                    Singleton.key("reports"),
                    List.of(new LockInfo.Holder(A1, "s", "s", LockMode.EXCLUSIVE, 1, 42, Duration.ofSeconds(30))),
                    List.of(new LockInfo.Waiter(B2, "t", "t", LockMode.EXCLUSIVE, Duration.ofSeconds(20)))),
            new LockInfo(
                    Singleton.key("sweep"),
                    List.of(),
                    List.of(new LockInfo.Waiter(A1, "u", "u", LockMode.EXCLUSIVE, Duration.ofSeconds(1))))));

    @Test
    void whereTheyAreAndWhoIsNext() {
        assertThat(LISTING.text()).isEqualTo("""
                SINGLETON  MEMBER  TOKEN  SINCE  NEXT
                reports    a/1     42     30 s   b/2
                sweep      -       -      -      a/1
                """);
        assertThat(LISTING.document())
                .hasToString("[{name=reports, member=a/1, fencingToken=42, ageMillis=30000,"
                        + " next=[b/2]}, {name=sweep, next=[a/1]}]");
        assertThat(new SingletonListing(List.of()).text()).startsWith("no component ");
    }

    @Test
    void theLockServerIsAskedForThem() throws Exception {
        ManualShell shell = new ManualShell();
        FixedLockServer server = new FixedLockServer(Singleton.key("reports"));
        try (InMemoryCluster cluster = new InMemoryCluster()) {
            shell.offer(
                    ClusterService.class, cluster.join("a", MemberKind.INSTANCE).cluster());
            shell.offer(LockServer.class, server);
            cluster.settle();

            assertThat(shell.run(SingletonsCommand.class))
                    .contains("\nreports    a/1     9223372036854775807  6 min  -");
        }
        assertThat(server.asked())
                .isEqualTo(new LockFilter(
                        Optional.of("asterism"), Optional.of("singleton"), Optional.empty(), Optional.empty()));
    }
}
