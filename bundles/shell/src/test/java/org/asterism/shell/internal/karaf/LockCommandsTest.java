package org.asterism.shell.internal.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.Principal;
import java.security.PrivilegedExceptionAction;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.security.auth.Subject;
import org.apache.karaf.jaas.boot.principal.UserPrincipal;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberKind;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockServer;
import org.asterism.lock.LongHeldLocks;
import org.asterism.shell.internal.LongHeldListing;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.lock.FixedLockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class LockCommandsTest {

    private static final LockKey AREA = LockKey.of("shop", "order", "2026", "*");
    private static final LockKey ODD = LockKey.of("crm", "a b", "it's, so");

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final ManualShell shell = new ManualShell();
    private final FixedLockServer server = new FixedLockServer(AREA, ODD);

    @BeforeEach
    void join() throws Exception {
        shell.offer(ClusterService.class, cluster.join("a", MemberKind.INSTANCE).cluster());
        shell.offer(LockServer.class, server);
        cluster.settle();
    }

    @AfterEach
    void close() {
        cluster.close();
    }

    @Test
    void aPartOfTheTableIsAskedFor() throws Exception {
        assertThat(shell.run(
                        LocksCommand.class,
                        "--namespace",
                        "shop",
                        "--name",
                        "order",
                        "--owner",
                        "a",
                        "--older-than",
                        "5min",
                        "--limit",
                        "1"))
                .contains("\nshop:order[2026, *]  held ", "... and more: see --limit\n");
        assertThat(server.asked())
                .isEqualTo(new LockFilter(
                        Optional.of("shop"),
                        Optional.of("order"),
                        Optional.of("a"),
                        Optional.of(Duration.ofMinutes(5))));

        shell.run(LocksCommand.class);
        assertThat(server.asked()).isEqualTo(LockFilter.ALL);
    }

    @Test
    void whatIsHeldForTooLong() throws Exception {
        assertThat(shell.run(LocksCommand.class, "--long-held"))
                .contains("\nshop:order[2026, *]  held ", "\nheld for longer than 5 min, the oldest first\n3 alarms ")
                .doesNotContain("crm:");
        assertThat(shell.run(LocksCommand.class, "--long-held", "--json"))
                .startsWith("{\n  \"alarmMillis\" : 300000,\n  \"grants\" : 3,\n  \"locks\" : [");
        assertThatThrownBy(() -> shell.run(LocksCommand.class, "--long-held", "--owner", "a"))
                .hasMessage("--long-held goes without other filters");
        assertThat(new LongHeldListing(LongHeldLocks.NONE).text()).startsWith("there is no alarm: ");
        assertThat(new LongHeldListing(new LongHeldLocks(Duration.ofSeconds(5), 1, List.of())).text())
                .startsWith("nothing is held for longer than 5")
                .endsWith("\n1 alarm since the hub started\n");
    }

    @Test
    void whatIsWrongIsSaidBeforeAnyoneIsAsked() {
        assertThatThrownBy(() -> shell.run(LocksCommand.class, "--older-than", "5"))
                .hasMessage("not a duration: '5' (expected 250ms, 30s, 5min, 2h or 1d)");
        assertThatThrownBy(() -> shell.run(LocksCommand.class, "--limit", "1001"))
                .hasMessage("not a limit: '1001' (expected 1 to 1000)");
        assertThatThrownBy(() -> shell.run(LockShowCommand.class, "shop:order"))
                .hasMessage("not a lock: 'shop:order' (expected namespace:name[argument, argument]): there is no '['");
        assertThatThrownBy(() -> shell.run(LockShowCommand.class)).hasMessageContaining("Argument key is required");
        assertThatThrownBy(() -> shell.run(LockReleaseCommand.class, AREA.toString()))
                .hasMessage("a lock is not taken without --reason");
        assertThatThrownBy(() -> shell.run(LockReleaseCommand.class, "--reason", " ", AREA.toString()))
                .hasMessage("a lock is not taken without --reason");
        assertThatThrownBy(() -> shell.run(LockReleaseCommand.class, AREA.toString(), "--reason", "x"))
                .hasMessage("options stand before the lock, not behind it");
    }

    @Test
    void aLockIsNamedAsItIsShown() throws Exception {
        assertThat(shell.run(LockShowCommand.class, AREA.toString())).contains("\nshop:order[2026, *]  held ");
        assertThat(shell.run(LockShowCommand.class, ODD.toString())).contains("\ncrm:a b[it's\\, so]  held ");
        assertThat(shell.run(LockShowCommand.class, "--json", "shop:order[2026, 17]"))
                .contains("\"key\" : \"shop:order[2026, 17]\"", "\"key\" : \"shop:order[2026, *]\"");
        assertThat(shell.run(LockShowCommand.class, "shop:order[2025, 1]"))
                .isEqualTo("nobody holds or waits for shop:order[2025, 1]\n");
    }

    @Test
    void bracketsNeedNoQuotes() throws Exception {
        assertThat(shell.run(LockShowCommand.class, "shop:order", List.of("2026,", "*")))
                .contains("\nshop:order[2026, *]  held ");
        assertThat(shell.run(LockShowCommand.class, "shop:order", List.of("2026,*")))
                .contains("\nshop:order[2026, *]  held ");
        assertThat(shell.run(LockShowCommand.class, "shop:my", "order", List.of()))
                .isEqualTo("nobody holds or waits for shop:my order[]\n");
    }

    @Test
    void aReleaseSaysWhoAndWhy() throws Exception {
        assertThat(as("eve", () -> shell.run(LockReleaseCommand.class, "--reason", "a/1 hangs", AREA.toString())))
                .contains("was taken from 1 session", "eve at a asked for it: a/1 hangs");
        assertThat(server.released()).containsExactly(AREA + " eve at a a/1 hangs");
        assertThat(shell.run(LockReleaseCommand.class, "--reason", "x", "--json", ODD.toString()))
                .contains("\"by\" : \"someone at a\"", "\"sessions\" : 1");
        assertThatThrownBy(() -> shell.run(LockReleaseCommand.class, "--reason", "x", "shop:order[2026, 17]"))
                .hasMessage("nobody holds shop:order[2026, 17]; asterism:lock-show shows what overlaps with it");
    }

    @Test
    void numbersAndDeadlocks() throws Exception {
        assertThat(shell.run(LockStatisticsCommand.class)).startsWith("NOW ");
        assertThat(shell.run(LockStatisticsCommand.class, "--json")).startsWith("{\n  \"status\" : {");
        assertThat(shell.run(DeadlocksCommand.class)).isEqualTo("no deadlock since the hub started\n");
        assertThat(shell.run(DeadlocksCommand.class, "--json")).isEqualTo("[ ]\n");
    }

    @Test
    void liveLocksAreCompleted() throws Exception {
        assertThat(shell.completed(LockShowCommand.class, ""))
                .contains("shop:order[2026,*]")
                .noneMatch(word -> word.startsWith("crm:"));
        assertThat(shell.completed(LocksCommand.class, "--namespace", "")).containsExactly("crm", "shop");
        assertThat(shell.completed(LocksCommand.class, "--name", "o")).containsExactly("order");
        assertThat(shell.completed(LocksCommand.class, "--owner", "")).containsExactly("a", "hub");

        cluster.stopHub();
        cluster.settle();
        assertThat(shell.completed(LocksCommand.class, "--namespace", "")).isEmpty();
        assertThat(new ManualShell().completed(LocksCommand.class, "--name", ""))
                .isEmpty();
    }

    @SuppressWarnings("removal") // what Karaf does in Java 17
    private static <T> T as(String user, PrivilegedExceptionAction<T> action) throws Exception {
        Set<Principal> principals = Set.of(new UserPrincipal(user));
        return Subject.doAs(new Subject(true, principals, Set.of(), Set.of()), action);
    }
}
