package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asterism.container.ContainerStarter;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.cluster.Datasource;
import org.asterism.launcher.cluster.PortCheck;

/** Whether the shared database answers this cluster's user, is new enough, and knows what time it is. */
record DatabaseCheck(Cluster cluster) implements Check {

    private static final Duration TIMEOUT = Duration.ofSeconds(3);
    private static final Duration CLOCKS = Duration.ofSeconds(2);

    @Override
    public String name() {
        return "database";
    }

    @Override
    public List<Finding> findings() throws IOException, LauncherException {
        Optional<Datasource> configured = Datasource.read(cluster.layout());
        if (configured.isEmpty()) {
            return List.of(Finding.skipped("database", "none is configured yet; the first start chooses H2"));
        }
        Datasource datasource = configured.get();
        boolean down = datasource.isOwn(cluster.ports())
                && ContainerStarter.running(cluster.layout().database()).isEmpty();
        if (down) {
            return List.of(notStarted(Files.exists(cluster.layout().database().processRecord())));
        }
        boolean closed = datasource
                .server()
                .filter(server -> !PortCheck.isOpen(server.getHostString(), server.getPort(), TIMEOUT))
                .isPresent();
        return closed
                ? List.of(Finding.problem(
                        "database",
                        "nobody answers at " + datasource.server().orElseThrow(),
                        "start the database, or mend the url in " + Datasource.file(cluster.layout())))
                : judge(datasource, new DatabaseProbe(cluster).ask(datasource));
    }

    private static Finding notStarted(boolean remembered) {
        return remembered
                ? Finding.problem("database", "H2 was started and does not run", "asterism start database")
                : Finding.skipped("database", "H2 is not started; 'asterism start database' does that");
    }

    static List<Finding> judge(Datasource datasource, DatabaseProbe.Answer answer) {
        if (!answer.error().isEmpty()) {
            return List.of(Finding.problem("database", datasource.url() + ": " + answer.error(), advice(answer)));
        }
        List<Finding> findings = new ArrayList<>();
        if (answer.major() < oldest(datasource.kind())) {
            findings.add(Finding.warning(
                    "database",
                    answer.product() + " is older than what is tested",
                    "use " + oldest(datasource.kind()) + " or later"));
        }
        if (answer.ahead().abs().compareTo(CLOCKS) > 0) {
            findings.add(Finding.warning(
                    "database",
                    "its clock differs from that of this machine by "
                            + answer.ahead().toMillis() + " ms",
                    "keep both right by NTP: sessions end by the clock of the database"));
        }
        return findings.isEmpty()
                ? List.of(Finding.ok(
                        "database",
                        answer.product() + " at " + datasource.url() + " lets " + datasource.user() + " in"))
                : findings;
    }

    private static int oldest(String kind) {
        return kind.equals("postgresql") ? 12 : 2;
    }

    /** By the SQLSTATE: class 28 says that user or password are wrong; 3D000 and H2's 90149 that there is no such database. */
    private static String advice(DatabaseProbe.Answer answer) {
        if (answer.state().startsWith("28")) {
            return "mend user and password, or start with --db-user and --db-password-file";
        }
        return answer.state().equals("3D000") || answer.state().equals("90149")
                ? "create the database, or mend the url"
                : "mend that; server nodes answer 503 meanwhile";
    }
}
