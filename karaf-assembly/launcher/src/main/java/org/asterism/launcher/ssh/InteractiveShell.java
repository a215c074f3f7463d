package org.asterism.launcher.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.util.io.input.NoCloseInputStream;
import org.apache.sshd.common.util.io.output.NoCloseOutputStream;

/** A person at the shell of a container, until he leaves it. */
public final class InteractiveShell {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    private final KarafShell shell;

    /** In a connected container. */
    public InteractiveShell(KarafShell shell) {
        this.shell = shell;
    }

    /** Returns the exit code of the shell. */
    public int run() throws IOException, InterruptedException {
        Optional<RawTerminal> terminal = RawTerminal.open();
        try (ChannelShell channel = shell.session().createShellChannel(null, Map.of())) {
            channel.setupSensibleDefaultPty();
            terminal.ifPresent(size -> {
                channel.setPtyColumns(size.columns());
                channel.setPtyLines(size.rows());
            });
            channel.setIn(new NoCloseInputStream(System.in));
            channel.setOut(new NoCloseOutputStream(System.out));
            channel.setErr(new NoCloseOutputStream(System.err));
            channel.open().verify(CONNECT_TIMEOUT);
            channel.waitFor(EnumSet.of(ClientChannelEvent.CLOSED), 0L);
            return KarafShell.exitCode(channel.getExitStatus());
        } finally {
            if (terminal.isPresent()) {
                terminal.get().restore();
            }
        }
    }
}
