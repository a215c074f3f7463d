package org.apache.karaf.main;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.asterism.container.ProcessIdentity;
import org.asterism.container.ProcessRecord;

/**
 * Stands for a container in tests. As the hub it answers {@code GET /cluster} with all instances and server nodes that have a
 * record, or as a standby if it is not the first, or that it refuses to work if there is a file {@code refused} beside its base; as an instance it answers on its dispatcher port and runs {@code sleep} for each server node. Ends after two minutes.
 */
public final class Main {

    private static final Path BASE = Path.of(System.getProperty("karaf.base"));

    private static final String STANDBY =
            "{\"role\":\"standby\",\"active\":\"127.0.0.1:1\",\"epoch\":7,\"remark\":\"\"}";

    private static final String REFUSED = "{\"role\":\"refused\",\"reason\":\"the key is lost: find it\"}";

    private Main() {}

    /** Plays its role. */
    public static void main(String[] arguments) throws Exception {
        Files.writeString(BASE.resolve("log/karaf.log"), "started " + System.getProperty("asterism.member.id") + "\n");
        if (System.getProperty("asterism.member.id").equals("broken")) {
            throw new IllegalStateException("a broken container");
        }
        if (System.getProperty("asterism.dispatcher.port") == null) {
            hub();
        } else {
            instance();
        }
        TimeUnit.MINUTES.sleep(2);
    }

    private static void hub() throws IOException {
        HttpServer server = HttpServer.create(loopback("asterism.hub.http.port"), 0);
        server.createContext("/cluster", exchange -> {
            byte[] body = ("{\"epoch\":7,\"revision\":3,\"warming\":false,\"members\":[" + String.join(",", members())
                            + "],\"services\":[]}")
                    .getBytes(StandardCharsets.UTF_8);
            Optional<String> absence = absence();
            byte[] answer =
                    absence.map(json -> json.getBytes(StandardCharsets.UTF_8)).orElse(body);
            exchange.sendResponseHeaders(absence.isPresent() ? 503 : 200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private static Optional<String> absence() {
        if (Files.exists(BASE.resolveSibling("refused"))) {
            return Optional.of(REFUSED);
        }
        boolean standby = !System.getProperty("asterism.member.id").equals("hub");
        return standby ? Optional.of(STANDBY) : Optional.empty();
    }

    private static List<String> members() throws IOException {
        List<String> members = new ArrayList<>();
        Files.createDirectories(BASE.resolveSibling("instances"));
        try (Stream<Path> files = Files.walk(BASE.resolveSibling("instances"), 4)) {
            for (Path file : files.filter(path -> path.endsWith("process.json")).toList()) {
                String id = BASE.resolveSibling("instances")
                        .relativize(file.getParent())
                        .toString()
                        .replace("/nodes/", "/");
                members.add("{\"id\":\"" + id + "\",\"state\":\"UP\"}");
            }
        }
        return members;
    }

    private static void instance() throws IOException {
        HttpServer dispatcher = HttpServer.create(loopback("asterism.dispatcher.port"), 0);
        dispatcher.createContext("/shop/", exchange -> {
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        dispatcher.start();
        try (Stream<Path> files = Files.list(BASE.resolve("etc"))) {
            for (Path file : files.filter(path -> path.toString().contains("servernode-"))
                    .toList()) {
                node(Files.readAllLines(file).get(0).replaceAll("[^0-9]", ""));
            }
        }
    }

    private static void node(String number) throws IOException {
        Path base = Files.createDirectories(BASE.resolve("nodes").resolve(number));
        Process process = new ProcessBuilder("sleep", "120").start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        ProcessIdentity identity = ProcessIdentity.of(process.toHandle());
        new ProcessRecord(identity, java.util.Map.of()).write(base.resolve("process.json"));
        Files.writeString(
                base.resolve("node.json"),
                "{\"id\":\"x/" + number + "\",\"state\":\"UP\",\"reason\":\"\",\"pid\":" + identity.pid()
                        + ",\"startedAt\":" + identity.startedAt()
                        + ",\"url\":\"http://127.0.0.1:" + Integer.getInteger("asterism.dispatcher.port")
                        + "\",\"restarts\":0,\"applications\":[\"/shop\"]}");
    }

    private static InetSocketAddress loopback(String property) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.getInteger(property));
    }
}
