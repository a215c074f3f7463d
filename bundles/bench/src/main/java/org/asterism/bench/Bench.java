package org.asterism.bench;

import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.asterism.bench.hub.HubProcess;
import org.asterism.bench.hub.HubRestart;
import org.asterism.bench.member.ClusterMembers;
import org.asterism.bench.member.Ids;

/** The main class of a benchmark; {@code asterism bench} starts it. */
public final class Bench {

    private static final int THREADS = 32;
    private static final int WARMUP = 16;
    private static final int SECONDS = 10;
    private static final int MEMBERS = 200;
    private static final int CONNECTIONS = 64;
    private static final int HELD = 1_000_000;

    private Bench() {}

    /** Runs one benchmark and shows its report; tells on the error output what it is doing. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = 0;
        try {
            Arguments said = new Arguments(List.of(arguments));
            Report report = workload(said).run(what -> err.println("… " + what));
            if (said.has("--json")) {
                out.println(ReportJson.of(report));
            } else {
                ReportTable.of(report).forEach(out::println);
            }
        } catch (BenchException e) {
            err.println("asterism: " + e.getMessage());
            code = 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            code = 1;
        }
        System.exit(code);
    }

    private static Workload workload(Arguments said) throws BenchException {
        if (said.benchmark().equals("dispatch")) {
            return dispatch(said);
        }
        BenchSetup setup = setup(said);
        return switch (said.benchmark()) {
            case "rpc" -> new RpcWorkload(setup);
            case "messages" -> new MessagesWorkload(setup);
            case "members" -> new MembersWorkload(setup);
            case "locks" -> new LocksWorkload(setup);
            default ->
                throw new BenchException("there is no benchmark '" + said.benchmark()
                        + "'; there are rpc, messages, members, locks and dispatch");
        };
    }

    private static Workload dispatch(Arguments said) throws BenchException {
        return new DispatchWorkload(
                said.number("--connections", CONNECTIONS),
                Duration.ofSeconds(said.number("--warmup", WARMUP)),
                Duration.ofSeconds(said.number("--seconds", SECONDS)),
                said.find("--front").map(URI::create));
    }

    private static BenchSetup setup(Arguments said) throws BenchException {
        List<String> cluster = List.of(said.get("--url"), said.get("--secret-file"));
        return new BenchSetup(
                ClusterMembers.of(cluster),
                cluster,
                new Ids(),
                said.number("--threads", THREADS),
                Duration.ofSeconds(said.number("--warmup", WARMUP)),
                Duration.ofSeconds(said.number("--seconds", SECONDS)),
                said.find("--only").orElse(""),
                said.number("--members", MEMBERS),
                said.number("--held", HELD),
                said.find("--hub-record").map(Path::of).map(HubProcess::new),
                restart(said));
    }

    private static Optional<HubRestart> restart(Arguments said) throws BenchException {
        if (!said.has("--restart-hub")) {
            return Optional.empty();
        }
        URI hub = URI.create(said.get("--url").split(",", -1)[0]);
        return Optional.of(new HubRestart(Path.of(said.get("--launcher")), Path.of(said.get("--base")), hub));
    }
}
