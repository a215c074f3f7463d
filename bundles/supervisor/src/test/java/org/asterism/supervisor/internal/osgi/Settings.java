package org.asterism.supervisor.internal.osgi;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.MemberId;
import org.asterism.container.ClusterLayout;
import org.asterism.supervisor.NodeSpec;
import org.asterism.supervisor.internal.SupervisionPolicy;
import org.asterism.supervisor.internal.process.Cluster;
import org.asterism.supervisor.internal.process.DumpLimits;

/** Impatient settings. */
final class Settings {

    static final SupervisorSettings IMPATIENT = new SupervisorSettings(
            new SupervisionPolicy(
                    Duration.ofMillis(50),
                    Duration.ofMillis(100),
                    Duration.ZERO,
                    Duration.ofSeconds(30),
                    3,
                    Duration.ofMillis(50),
                    Duration.ofSeconds(2),
                    Duration.ofSeconds(2),
                    Duration.ofMillis(50),
                    Duration.ofMillis(100),
                    Duration.ofSeconds(60),
                    2,
                    Duration.ofMinutes(5)),
            Duration.ofSeconds(1),
            new DumpLimits(1, 2));

    private Settings() {}

    static Cluster cluster(Path home, Path base) {
        return new Cluster(home, new ClusterLayout(base), Map.of("asterism.hub.url", "tcp://127.0.0.1:1"));
    }

    static NodeSpec node(int number) {
        return new NodeSpec(
                MemberId.ofNode("a", number), 1, List.of("-Xmx64m", "-XX:TieredStopAtLevel=1", "-Xshare:auto"));
    }
}
