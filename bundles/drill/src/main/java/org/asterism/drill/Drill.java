package org.asterism.drill;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The main class of a drill; {@code asterism drill} starts it. */
public final class Drill {

    private Drill() {}

    /**
     * Runs it and shows the verdict; tells on the error output what it is doing. Exit code 0: every promise was kept; 1: not, or
     * there is no verdict.
     */
    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = 1;
        try {
            Arguments said = new Arguments(List.of(words));
            Verdict verdict = run(said, what -> err.println("… " + what));
            if (said.has("--json")) {
                out.println(VerdictJson.of(verdict));
            } else {
                VerdictText.of(verdict).forEach(out::println);
            }
            code = verdict.isKept() ? 0 : 1;
        } catch (DrillException | IOException e) {
            err.println("asterism: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        System.exit(code);
    }

    private static Verdict run(Arguments said, Progress progress)
            throws DrillException, IOException, InterruptedException {
        long seed = said.seed().orElseGet(System::nanoTime);
        progress.now("seed " + seed);
        try (Ground ground = said.has("--on-this-cluster") ? Ground.running(said) : Ground.own(said, progress)) {
            Verdict verdict = new LocksDrill(Setups.of(said, ground, seed), progress).run();
            if (!verdict.isKept()) {
                progress.now("logs of the workers are in " + ground.keepLogs());
            }
            return verdict;
        }
    }
}
