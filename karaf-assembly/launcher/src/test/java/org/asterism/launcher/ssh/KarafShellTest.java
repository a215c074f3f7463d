package org.asterism.launcher.ssh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.channel.PtyMode;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.asterism.container.AtomicFile;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.LauncherException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KarafShellTest {

    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    @TempDir
    Path base;

    private ClusterLayout cluster;
    private ContainerLayout container;
    private SshServer server;

    @BeforeEach
    void listen() throws Exception {
        cluster = new ClusterLayout(base);
        container = cluster.instance("a");
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(new SimpleGeneratorHostKeyProvider());
        server.setPasswordAuthenticator(
                (user, password, session) -> user.equals("asterism") && password.equals("secret"));
        server.setCommandFactory(ProcessShellCommandFactory.INSTANCE);
        server.start();
        new ProcessRecord(ProcessIdentity.of(ProcessHandle.current()), Map.of("ssh", server.getPort()))
                .write(container.processRecord());
        AtomicFile.writeSecret(cluster.shellPassword(), "secret\n".getBytes(StandardCharsets.UTF_8));
    }

    @AfterEach
    void close() throws Exception {
        server.stop(true);
    }

    @Test
    void runsACommandAndHandsOnWhatItSaysAndItsExitCode() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (KarafShell shell = KarafShell.connect(cluster, container, "a")) {
            assertThat(shell.execute("echo hello", out, out)).isZero();
            assertThat(out).hasToString("hello\n");
            assertThat(shell.execute("false", out, out)).isEqualTo(1);
        }
    }

    @Test
    void saysThatACommandFailed() throws Exception {
        KarafShell.run(cluster, container, "true", TIMEOUT);

        assertThatThrownBy(() -> KarafShell.run(cluster, container, "ls /nowhere", TIMEOUT))
                .isInstanceOf(LauncherException.class)
                .hasMessageStartingWith("'ls /nowhere' failed in a: ")
                .hasMessageContaining("nowhere");
    }

    @Test
    void saysThatACommandTakesTooLong() {
        assertThatThrownBy(() -> KarafShell.run(cluster, container, "sleep 20", Duration.ofMillis(300)))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("'sleep 20' took longer than");
    }

    @Test
    void isRefusedWithAnotherPassword() throws Exception {
        AtomicFile.writeSecret(cluster.shellPassword(), "wrong".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> KarafShell.connect(cluster, container, "a"))
                .isInstanceOf(LauncherException.class)
                .hasMessageContaining("cannot reach the shell of a at 127.0.0.1:" + server.getPort())
                .hasMessageContaining(container.log().toString());
    }

    @Test
    void inAnInteractiveShellCtrlCIsASignalAlsoIfOurTerminalIsRaw() throws Exception {
        Map<PtyMode, Integer> asked = new ConcurrentHashMap<>();
        server.setShellFactory(channel -> {
            asked.putAll(channel.getEnvironment().getPtyModes());
            return new ProcessShellFactory("true", "true").createShell(channel);
        });
        try (KarafShell shell = KarafShell.connect(cluster, container, "a");
                ChannelShell channel = shell.session().createShellChannel()) {
            InteractiveShell.askForTerminal(channel);
            channel.open().verify(TIMEOUT);
            // opened is not asked: the server hears of the terminal after that, and its shell ends by itself
            assertThat(channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), TIMEOUT.toMillis()))
                    .contains(ClientChannelEvent.CLOSED);
        }
        assertThat(asked).containsEntry(PtyMode.ISIG, 1).containsEntry(PtyMode.VINTR, (int) '\003');
    }

    @Test
    void saysThatNobodyListens() throws Exception {
        server.stop(true);

        assertThatThrownBy(() -> KarafShell.connect(cluster, container, "a"))
                .hasMessageContaining("it may not be up yet");
    }
}
