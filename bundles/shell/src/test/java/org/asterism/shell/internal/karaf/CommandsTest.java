package org.asterism.shell.internal.karaf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.ClusterService;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.MessageServer;
import org.asterism.lock.LockServer;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.ServiceException;

@Timeout(60)
class CommandsTest {

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final ManualShell shell = new ManualShell();
    private final ExecutorService person = Executors.newSingleThreadExecutor();
    private InMemoryMember other;

    @BeforeEach
    void join() throws Exception {
        shell.offer(ClusterService.class, cluster.join("a", MemberKind.INSTANCE).cluster());
        other = cluster.join("b", MemberKind.INSTANCE);
        cluster.settle();
    }

    @AfterEach
    void close() {
        person.shutdownNow();
        cluster.close();
    }

    @Test
    void listsAreChosenByOptions() throws Exception {
        assertThat(shell.run(MembersCommand.class)).contains("\na   instance", "\nb   instance");
        assertThat(shell.run(MembersCommand.class, "--member", "b"))
                .contains("\nb   instance")
                .doesNotContain("\na ");
        assertThat(shell.run(MembersCommand.class, "--instance", "c", "--json")).isEqualTo("[ ]\n");
        assertThat(shell.run(ServicesCommand.class, "--interface", "x.Y", "--json"))
                .isEqualTo("[ ]\n");
        assertThatThrownBy(() -> shell.run(MembersCommand.class, "--kind", "node"))
                .hasMessageContaining("not a member kind: 'node'");
    }

    @Test
    void withoutAClusterThereIsOneClearMessage() {
        assertThatThrownBy(() -> new ManualShell().run(MembersCommand.class))
                .hasMessage("this container is not a member of a cluster");
    }

    @Test
    void valuesOfOptionsAreCompleted() {
        assertThat(shell.completed(MembersCommand.class, "--member", "")).containsExactly("a", "b", "hub");
        assertThat(shell.completed(MembersCommand.class, "--kind", "in")).containsExactly("instance");
        assertThat(shell.completed(MembersCommand.class, "--instance", "")).containsExactly("a", "b");
        assertThat(shell.completed(WatchCommand.class, "--state", "")).containsExactly("DRAINING", "JOINING", "UP");
        assertThat(new ManualShell().completed(WatchCommand.class, "--member", ""))
                .containsExactly("hub");
    }

    @Test
    void aWatchShowsTheViewThenEachChangeUntilThereWereEnough() throws Exception {
        Future<String> watch = person.submit(() -> shell.run(WatchCommand.class, "--count", "2"));
        await().until(() -> shell.output().contains("MEMBER  INTERFACES"));

        cluster.kill(cluster.join("c", MemberKind.INSTANCE));

        assertThat(watch.get(20, TimeUnit.SECONDS))
                .startsWith("ID  KIND")
                .containsSubsequence(
                        "\nb   instance", "MEMBER  INTERFACES", "  member joined     c ", "  member lost       c ");
    }

    @Test
    void leftIsNotLost() throws Exception {
        Future<String> watch =
                person.submit(() -> shell.run(WatchCommand.class, "--json", "--count", "1", "--member", "b"));
        await().until(() -> shell.output().contains("\"type\":\"view\""));

        cluster.leave(other);

        String[] lines = watch.get(20, TimeUnit.SECONDS).split("\n", -1);
        assertThat(lines).hasSize(3).endsWith("");
        assertThat(lines[1]).startsWith("{\"type\":\"member-left\"").contains("\"id\":\"b\"");
    }

    @Test
    void aWatchEndsInTimeAndByCtrlC() throws Exception {
        assertThat(shell.run(WatchCommand.class, "--changes", "--for", "1")).isEmpty();

        Future<String> watch = person.submit(() -> shell.run(WatchCommand.class));
        await().until(() -> shell.output().contains("MEMBER  INTERFACES"));
        person.shutdownNow();

        assertThat(watch.get(20, TimeUnit.SECONDS)).contains("MEMBER  INTERFACES");
        assertThatThrownBy(() -> shell.run(WatchCommand.class, "--count", "0"))
                .hasMessage("--count is 0, not at least 1");
    }

    @Test
    void aWatchEndsWhenNobodyReadsIt() throws Exception {
        Future<String> watch = person.submit(() -> shell.run(WatchCommand.class));
        await().until(() -> shell.output().contains("MEMBER  INTERFACES"));

        shell.hangUp();

        assertThat(watch.get(20, TimeUnit.SECONDS)).contains("MEMBER  INTERFACES");
    }

    @Test
    void aHubThatIsAwayIsNotAsked() throws Exception {
        shell.offer(MessageServer.class, failing(MessageServer.class, new AssertionError("asked")));
        shell.offer(LockServer.class, failing(LockServer.class, new AssertionError("asked")));
        cluster.stopHub();
        cluster.settle();

        assertThat(shell.run(HubCommand.class)).endsWith("\nThe hub is away: the link to it is down\n");
        assertThatThrownBy(() -> shell.run(LocksCommand.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("the hub is away");
    }

    @Test
    void aHubThatDoesNotAnswerIsNamed() throws Exception {
        ServiceException silence = new ServiceException("no answer in 10 s", ServiceException.REMOTE);
        shell.offer(MessageServer.class, failing(MessageServer.class, silence));
        shell.offer(LockServer.class, failing(LockServer.class, silence));

        assertThat(shell.run(HubCommand.class)).endsWith("\nThe hub did not answer: no answer in 10 s\n");
        assertThatThrownBy(() -> shell.run(LocksCommand.class))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the lock server did not answer: no answer in 10 s");
    }

    private static <S> S failing(Class<S> type, Throwable failure) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    throw failure;
                }));
    }
}
