package org.asterism.launcher.foreground;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.NodeShell;
import org.asterism.launcher.cluster.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrainTest {

    @TempDir
    Path directory;

    private final List<String> commands = new ArrayList<>();
    private final StringWriter out = new StringWriter();

    @Test
    void eachNodeGetsNoNewSessionsBeforeTheInstanceIsStopped() throws Exception {
        drain((container, command, timeout) -> commands.add(command), 1).end(new Target.Instance("a"));

        assertThat(commands).containsExactly("asterism:node-drain a/1", "asterism:node-drain a/2");
    }

    @Test
    void whatCannotBeDrainedIsStoppedNevertheless() throws Exception {
        NodeShell none = (container, command, timeout) -> {
            throw new LauncherException("nobody there");
        };

        drain(none, 1).end(new Target.Instance("a"));

        assertThat(out.toString()).contains("a/1 is not drained: nobody there");
    }

    @Test
    void aHubHasNothingToDrainAndNoTimeIsNoDrain() throws Exception {
        drain((container, command, timeout) -> commands.add(command), 1).end(new Target.Hub());
        drain((container, command, timeout) -> commands.add(command), 0).end(new Target.Instance("a"));

        assertThat(commands).isEmpty();
    }

    private Drain drain(NodeShell shell, long millis) throws Exception {
        Files.writeString(directory.resolve("cluster.json"), """
            {"portOffset":0,"instances":[{"name":"a","number":1,"nodes":2,"hosting":"process"}]}\
            """);
        Cluster cluster = Cluster.open(directory.resolve("home"), directory, Optional.empty());
        return new Drain(cluster, shell, Duration.ofMillis(millis), new PrintWriter(out));
    }
}
