package org.asterism.bench.hub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.asterism.bench.BenchException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HubRestartTest {

    @TempDir
    private Path folder;

    private Path launcher(String script) throws Exception {
        Path launcher = folder.resolve("asterism");
        Files.writeString(launcher, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(launcher, PosixFilePermissions.fromString("rwx------"));
        return launcher;
    }

    @Test
    void killsThenStartsThenWaitsForThePort() throws Exception {
        Path log = folder.resolve("log");
        Path launcher = launcher("echo \"$@\" >> " + log);
        try (ServerSocket port = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            URI hub = URI.create("tcp://127.0.0.1:" + port.getLocalPort());
            long before = System.nanoTime();

            HubRestart.Outage outage = new HubRestart(launcher, folder.resolve("base"), hub).run();

            assertThat(outage.killed() - before).isPositive();
            assertThat(outage.open() - outage.killed()).isPositive();
        }
        assertThat(Files.readString(log)).isEqualTo("""
                --base %1$s kill hub
                --base %1$s start hub --no-wait
                """.formatted(folder.resolve("base")));
    }

    @Test
    void saysWhichCommandFailed() throws Exception {
        HubRestart restart = new HubRestart(launcher("exit 1"), folder, URI.create("tcp://127.0.0.1:1"));

        assertThatThrownBy(restart::run).isInstanceOf(BenchException.class).hasMessageEndingWith("kill hub' failed");
    }
}
