package org.asterism.launcher.ssh;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.auth.password.UserAuthPasswordFactory;
import org.apache.sshd.client.channel.ChannelExec;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.AcceptAllServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.asterism.container.ClusterLayout;
import org.asterism.container.ContainerLayout;
import org.asterism.container.ContainerStarter;
import org.asterism.container.ProcessRecord;
import org.asterism.launcher.LauncherException;

/** A connection to the shell of one container of this machine. */
public final class KarafShell implements AutoCloseable {

    private static final String USER = "asterism";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final SshClient client;
    private final ClientSession session;

    private KarafShell(SshClient client, ClientSession session) {
        this.client = client;
        this.session = session;
    }

    /**
     * Connects to a container.
     *
     * @throws LauncherException if it is not running, or does not let us in
     */
    public static KarafShell connect(ClusterLayout cluster, ContainerLayout container, String name)
            throws IOException, LauncherException {
        ProcessRecord process = ContainerStarter.running(container)
                .orElseThrow(() -> new LauncherException(name + " is not running; see 'asterism status'"));
        Integer port = process.ports().get("ssh");
        if (port == null) {
            throw new LauncherException("the record " + container.processRecord() + " tells no ssh port");
        }
        SshClient client = client();
        try {
            ClientSession session = client.connect(USER, "127.0.0.1", port)
                    .verify(CONNECT_TIMEOUT)
                    .getSession();
            session.addPasswordIdentity(
                    Files.readString(cluster.shellPassword()).strip());
            session.auth().verify(CONNECT_TIMEOUT);
            return new KarafShell(client, session);
        } catch (IOException e) {
            client.stop();
            throw new LauncherException(
                    "cannot reach the shell of " + name + " at 127.0.0.1:" + port + " (" + e.getMessage()
                            + "); it may not be up yet, see " + container.log(),
                    e);
        }
    }

    /** Runs one command, throws if it fails, and otherwise drops what it says. */
    public static void run(ClusterLayout cluster, ContainerLayout container, String command, Duration timeout)
            throws LauncherException {
        String name = container.base().getFileName().toString();
        ByteArrayOutputStream output = new ByteArrayOutputStream();
        try (KarafShell shell = connect(cluster, container, name)) {
            if (shell.execute(command, output, output, timeout) != 0) {
                throw new LauncherException("'" + command + "' failed in " + name + ": "
                        + output.toString(StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            throw new LauncherException("'" + command + "' failed in " + name + ": " + e.getMessage(), e);
        }
    }

    /** Runs one command, however long it takes, and returns its exit code. */
    public int execute(String command, OutputStream out, OutputStream err) throws IOException, LauncherException {
        return execute(command, out, err, Duration.ZERO);
    }

    private int execute(String command, OutputStream out, OutputStream err, Duration timeout)
            throws IOException, LauncherException {
        try (ChannelExec channel = session.createExecChannel(command)) {
            channel.setOut(out);
            channel.setErr(err);
            channel.open().verify(CONNECT_TIMEOUT);
            if (channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), timeout.toMillis())
                    .contains(ClientChannelEvent.TIMEOUT)) {
                throw new LauncherException("'" + command + "' took longer than " + timeout.toSeconds() + " s");
            }
            out.flush();
            err.flush();
            return exitCode(channel.getExitStatus());
        }
    }

    /** No status means that the connection was lost, as when the command shuts the container down. */
    static int exitCode(Integer status) {
        return status == null ? 1 : status;
    }

    ClientSession session() {
        return session;
    }

    private static SshClient client() {
        SshClient client = SshClient.setUpDefaultClient();
        client.setServerKeyVerifier(AcceptAllServerKeyVerifier.INSTANCE);
        client.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        client.setKeyIdentityProvider(KeyIdentityProvider.EMPTY_KEYS_PROVIDER);
        client.setUserAuthFactories(List.of(UserAuthPasswordFactory.INSTANCE));
        client.start();
        return client;
    }

    @Override
    public void close() throws IOException {
        session.close();
        client.stop();
    }
}
