package org.asterism.launcher.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.asterism.launcher.cluster.Cluster;
import org.asterism.launcher.drill.DrillProcess;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism drill}. */
@Command(
        name = "drill",
        description = "Breaks a cluster on purpose, under load, and judges what it did; exit code 1 if it was wrong.",
        footer = {
            "",
            "locks  processes take locks at random while the hub, the processes",
            "       and the wires between them are killed, stopped, cut and slow",
            "",
            "Faults: hub-kill hub-pause worker-kill worker-pause wire-cut wire-freeze",
            "wire-slow, with --on-this-cluster also node-kill instance-kill.",
        })
final class DrillCommand implements Callable<Integer> {

    /** What can be drilled. */
    enum What {
        LOCKS
    }

    @Parameters(paramLabel = "WHAT", description = "${COMPLETION-CANDIDATES}.")
    private What what;

    @Option(
            names = "--minutes",
            paramLabel = "N",
            defaultValue = "5",
            description = "How long things are broken (default: ${DEFAULT-VALUE}).")
    private double minutes;

    @Option(names = "--count", paramLabel = "N", description = "Break so many things instead, however long it takes.")
    private Optional<Integer> count = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Repeat the faults of an earlier drill, if not their moments (default: a new seed, which is told).")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = "--faults",
            paramLabel = "FAULT",
            split = ",",
            description = "Only these, with commas (default: all).")
    private List<String> faults = List.of();

    @Option(
            names = "--workers",
            paramLabel = "N",
            defaultValue = "4",
            description = "Processes that take locks (default: ${DEFAULT-VALUE}).")
    private int workers;

    @Option(
            names = "--lease",
            paramLabel = "MILLIS",
            defaultValue = "10000",
            description = "lease.millis of the lock server, if that was changed (default: ${DEFAULT-VALUE}).")
    private long lease;

    @Option(
            names = "--on-this-cluster",
            description = "Break the cluster of the base. Otherwise the drill starts a hub of its own.")
    private boolean onThisCluster;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        AsterismCommand root = Commands.root(spec);
        Optional<Cluster> cluster = onThisCluster ? Optional.of(root.cluster()) : Optional.empty();
        return new DrillProcess(root.home()).run(what.name().toLowerCase(Locale.ROOT), cluster, options());
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(List.of(
                "--minutes", Double.toString(minutes),
                "--workers", Integer.toString(workers),
                "--lease", Long.toString(lease)));
        count.ifPresent(number -> options.addAll(List.of("--count", Integer.toString(number))));
        seed.ifPresent(number -> options.addAll(List.of("--seed", Long.toString(number))));
        if (!faults.isEmpty()) {
            options.addAll(List.of("--faults", String.join(",", faults)));
        }
        if (json) {
            options.add("--json");
        }
        return options;
    }
}
