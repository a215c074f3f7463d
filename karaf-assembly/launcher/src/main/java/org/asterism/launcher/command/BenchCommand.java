package org.asterism.launcher.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.asterism.launcher.LauncherException;
import org.asterism.launcher.bench.BenchProcess;
import org.asterism.launcher.bench.BenchTarget;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code asterism bench}. */
@Command(
        name = "bench",
        description = "Measures a running cluster, and something bare to compare with.",
        footer = {
            "",
            "rpc       calls of a remote service in the hub, and of some in another member",
            "messages  one publisher, 10 and 50 subscribers",
            "members   many members: a join, a restart of the hub, the hub's memory",
            "locks     locks taken and released: own ones, one that all want, and while many are held",
            "dispatch  the dispatcher and a byte pump in front of bare back ends; needs no running cluster",
        })
final class BenchCommand implements Callable<Integer> {

    /** What can be measured. */
    enum Benchmark {
        RPC,
        MESSAGES,
        MEMBERS,
        LOCKS,
        DISPATCH
    }

    @Parameters(paramLabel = "BENCHMARK", description = "${COMPLETION-CANDIDATES}.")
    private Benchmark benchmark;

    @Option(
            names = "--url",
            paramLabel = "URLS",
            description = "Where the hub listens, or several addresses with commas (default: the hub of the base).")
    private Optional<String> url = Optional.empty();

    @Option(
            names = "--secret-file",
            paramLabel = "FILE",
            description = "The file with the cluster secret (default: that of the base).")
    private Optional<Path> secretFile = Optional.empty();

    @Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "32",
            description = "Callers (default: ${DEFAULT-VALUE}).")
    private int threads;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "10",
            description = "How long each measurement takes (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--warmup",
            paramLabel = "N",
            defaultValue = "16",
            description = "Seconds before each measurement (default: ${DEFAULT-VALUE}).")
    private int warmup;

    @Option(
            names = "--members",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many members there are in 'members' (default: ${DEFAULT-VALUE}).")
    private int members;

    @Option(
            names = "--held",
            paramLabel = "N",
            defaultValue = "1000000",
            description = "How many locks are held in 'locks', or as many as the lock server allows"
                    + " (default: ${DEFAULT-VALUE}).")
    private int held;

    @Option(
            names = "--only",
            paramLabel = "TEXT",
            description = "In 'rpc' and 'locks': only what has this in its name.")
    private Optional<String> only = Optional.empty();

    @Option(
            names = "--connections",
            paramLabel = "N",
            defaultValue = "64",
            description = "Connections of clients in 'dispatch' (default: ${DEFAULT-VALUE}).")
    private int connections;

    @Option(
            names = "--front",
            paramLabel = "URL",
            description = "In 'dispatch': also measure the dispatcher that has this page.")
    private Optional<String> front = Optional.empty();

    @Option(
            names = "--restart-hub",
            description =
                    "In 'members': kill the hub (SIGKILL) and start it, three times. Only for the hub of the base.")
    private boolean restartHub;

    @Option(names = "--json", description = "For programs.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        if (restartHub && url.isPresent()) {
            throw new LauncherException("--restart-hub restarts the hub of the base; leave out --url");
        }
        AsterismCommand root = Commands.root(spec);
        BenchProcess process = new BenchProcess(root.home());
        String name = benchmark.name().toLowerCase(Locale.ROOT);
        return benchmark == Benchmark.DISPATCH
                ? process.run(name, dispatchOptions())
                : process.run(name, BenchTarget.of(root.cluster(), url, secretFile), options());
    }

    private List<String> dispatchOptions() {
        List<String> options = new ArrayList<>(timing());
        options.addAll(List.of("--connections", Integer.toString(connections)));
        front.ifPresent(page -> options.addAll(List.of("--front", page)));
        if (json) {
            options.add("--json");
        }
        return options;
    }

    private List<String> timing() {
        return List.of("--seconds", Integer.toString(seconds), "--warmup", Integer.toString(warmup));
    }

    private List<String> options() {
        List<String> options = new ArrayList<>(timing());
        options.addAll(List.of(
                "--threads", Integer.toString(threads),
                "--members", Integer.toString(members),
                "--held", Integer.toString(held)));
        only.ifPresent(text -> options.addAll(List.of("--only", text)));
        if (restartHub) {
            options.add("--restart-hub");
        }
        if (json) {
            options.add("--json");
        }
        return options;
    }
}
