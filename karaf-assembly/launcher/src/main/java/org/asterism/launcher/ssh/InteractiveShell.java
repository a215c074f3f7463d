package org.asterism.launcher.ssh;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.client.channel.ChannelShell;
import org.apache.sshd.client.channel.ClientChannelEvent;
import org.apache.sshd.common.channel.PtyMode;
import org.apache.sshd.common.util.io.input.NoCloseInputStream;
import org.apache.sshd.common.util.io.output.NoCloseOutputStream;

/** A person at the shell of a container, until he leaves it. */
public final class InteractiveShell {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(10);

    /**
     * As of a terminal that is not raw: ours is, and hands Ctrl-C on as a key; to make a signal of it is up to the container.
     */
    private static final Map<PtyMode, Integer> MODES = Map.of(
            PtyMode.ISIG, 1,
            PtyMode.ICANON, 1,
            PtyMode.ECHO, 1,
            PtyMode.ICRNL, 1,
            PtyMode.OPOST, 1,
            PtyMode.ONLCR, 1,
            PtyMode.VINTR, 3,
            PtyMode.VEOF, 4,
            PtyMode.VSUSP, 26,
            PtyMode.VERASE, 127);

    private final KarafShell shell;

    /** In a connected container. */
    public InteractiveShell(KarafShell shell) {
        this.shell = shell;
    }

    /** Returns the exit code of the shell. */
    public int run() throws IOException, InterruptedException {
        Optional<RawTerminal> terminal = RawTerminal.open();
        try (ChannelShell channel = shell.session().createShellChannel(null, Map.of())) {
            askForTerminal(channel);
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

    static void askForTerminal(ChannelShell channel) {
        channel.setUsePty(true);
        channel.setPtyType(Optional.ofNullable(System.getenv("TERM")).orElse("dumb"));
        channel.setPtyModes(MODES);
    }
}
