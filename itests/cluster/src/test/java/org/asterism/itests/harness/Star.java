package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.asterism.itests.harness.Command.Result;

/** One cluster: hub, instances, server nodes and database as real processes. Closing it stops them all. */
public final class Star implements AutoCloseable {

    private static final Path CLUSTERS = Path.of(System.getProperty("asterism.clusters"));
    private static final Duration LONG = Duration.ofMinutes(4);
    private static final Duration SHORT = Duration.ofSeconds(30);

    private final Path base;
    private final int offset;

    private Star(Path base, int offset) {
        this.base = base;
        this.offset = offset;
    }

    /** Prepares a cluster; nothing runs yet. */
    public static Star named(String name) {
        return new Star(CLUSTERS.resolve(name + "-" + ProcessHandle.current().pid()), Ports.freeOffset());
    }

    public Star demo(String... options) {
        List<String> words = new ArrayList<>(List.of("demo", "--timeout", "180"));
        words.addAll(List.of(options));
        run(LONG, words.toArray(String[]::new)).succeeded();
        awaitStatus("all nodes serve the shop", status -> status.serves("/shop"));
        return this;
    }

    public Path base() {
        return base;
    }

    public int port(int basePort) {
        return basePort + offset;
    }

    /** Where members find the n-th hub, counted from 1. */
    public String hubUrl(int number) {
        return "tcp://127.0.0.1:" + port(61615 + number);
    }

    /** The HTTP port of the n-th hub, counted from 1. */
    public HubPage hubPage(int number) {
        return new HubPage(port(8179 + number));
    }

    public Path secret() {
        return base.resolve("secrets/cluster.secret");
    }

    /** The process of a hub, an instance or a server node. */
    public ProcessHandle process(String name) {
        return Processes.of(base, name);
    }

    /** What is logged from now on. */
    public Logs logs() {
        return Logs.of(base);
    }

    /** The dispatcher of the n-th instance, counted from 0. */
    public URI dispatcher(int index) {
        return URI.create("http://127.0.0.1:" + port(8080 + index));
    }

    public List<URI> dispatchers() {
        return List.of(dispatcher(0), dispatcher(1));
    }

    /** Where the server nodes themselves listen, past the dispatchers. */
    public List<URI> nodeUrls() {
        return status().nodes()
                .map(node -> URI.create(node.get("url").asText()))
                .toList();
    }

    public Result asterism(String... words) {
        return run(LONG, words);
    }

    /** Runs one shell command inside a container. */
    public String shell(String name, String... words) {
        List<String> all = new ArrayList<>(List.of("shell", name));
        all.addAll(List.of(words));
        return run(SHORT, all.toArray(String[]::new)).succeeded().out();
    }

    /** The same, of one that takes minutes. */
    public String shellForLong(String name, String... words) {
        List<String> all = new ArrayList<>(List.of("shell", name));
        all.addAll(List.of(words));
        return run(LONG, all.toArray(String[]::new)).succeeded().out();
    }

    /** Runs one shell command that goes on until it is closed. */
    public LiveCommand liveShell(String name, String... words) {
        List<String> all = new ArrayList<>(List.of("shell", name));
        all.addAll(List.of(words));
        return command(all).live();
    }

    public Status status() {
        return Status.parse(run(SHORT, "status", "--json").succeeded().out());
    }

    public void kill(String name) {
        run(SHORT, "kill", name).succeeded();
    }

    public void start(String... what) {
        List<String> words = new ArrayList<>(List.of("start"));
        words.addAll(List.of(what));
        run(LONG, words.toArray(String[]::new)).succeeded();
    }

    /** Waits until the status is as described; fails with the last status otherwise. */
    public Status awaitStatus(String description, Predicate<Status> condition) {
        return await(description)
                .atMost(Duration.ofSeconds(90))
                .pollInterval(Duration.ofMillis(200))
                .until(this::status, condition);
    }

    private Result run(Duration limit, String... words) {
        return command(List.of(words)).run(limit);
    }

    private Command command(List<String> words) {
        List<String> all =
                new ArrayList<>(List.of("--base", base.toString(), "--port-offset", Integer.toString(offset)));
        all.addAll(words);
        return Command.asterism(all);
    }

    @Override
    public void close() {
        Result result = run(LONG, "stop", "--all");
        assertThat(result.exit()).as("%s", result).isZero();
    }
}
