package org.asterism.drill.worker;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.asterism.connect.AsterismClient;
import org.asterism.drill.history.EventLine;

/**
 * The main class of a worker. It tells its events on the standard output, each at once, for it may be killed any moment. The
 * word {@code end} on its input ends its threads, which it answers; when the input ends, it ends.
 */
public final class WorkerMain {

    /** It is in the cluster. */
    public static final String READY = "ready";

    /** Its threads have ended. */
    public static final String ENDED = "ended";

    /** Some of them have not. */
    public static final String HANGS = "hangs";

    /** How long threads have to end. */
    public static final Duration LAST = Duration.ofSeconds(40);

    private static final Duration CONNECT = Duration.ofSeconds(60);

    private WorkerMain() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        try {
            work(WorkerArguments.parse(List.of(words)), new PrintStream(System.out, true, StandardCharsets.UTF_8));
        } finally {
            Runtime.getRuntime().halt(0); // whatever it has begun ends with it
        }
    }

    @SuppressWarnings("try") // the crew ends with the client
    private static void work(WorkerArguments arguments, PrintStream out) throws IOException, InterruptedException {
        Recorder recorder = new Recorder(arguments.life(), event -> out.println(EventLine.of(event)));
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try (AsterismClient client = AsterismClient.builder()
                        .hubs(arguments.hubs())
                        .secretFile(arguments.secretFile())
                        .id(arguments.id())
                        .connectTimeout(CONNECT)
                        .connect();
                Crew crew = new Crew(client.locks(), recorder, arguments)) {
            out.println(READY);
            while (in.readLine() != null) {
                out.println(crew.end(LAST.toMillis()) ? ENDED : HANGS);
            }
        }
    }
}
