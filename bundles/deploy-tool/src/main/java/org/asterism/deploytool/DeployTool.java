package org.asterism.deploytool;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.asterism.connect.AsterismClient;
import org.asterism.deploying.DeployReport;
import org.asterism.deployment.DeploymentException;
import org.asterism.documents.JsonText;
import org.asterism.messaging.MessagingException;

/** The main class; {@code asterism deploy}, {@code undeploy}, {@code rollback}, {@code deployments} and {@code drift} start it. */
public final class DeployTool {

    private static final int WRONG = 2;

    private DeployTool() {}

    /**
     * Does one thing and shows what came of it; tells on the error output how it goes on. Exit code 0: done; 1: it failed, or a
     * node did not get it; 2: it is written in a wrong way.
     */
    public static void main(String[] words) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(words), out, err));
    }

    private static int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            Arguments said = new Arguments(words);
            Outcome outcome = asked(said, err);
            out.print(
                    said.has("--json")
                            ? JsonText.indented(outcome.report().document())
                            : outcome.report().text());
            return outcome.succeeded() ? 0 : 1;
        } catch (IllegalArgumentException e) {
            err.println("asterism: " + e.getMessage());
            return WRONG;
        } catch (DeploymentException | IOException | MessagingException e) {
            err.println("asterism: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 1;
    }

    private static Outcome asked(Arguments said, PrintStream err)
            throws IOException, DeploymentException, InterruptedException {
        try (AsterismClient client = AsterismClient.builder()
                .hubs(List.of(said.get("--url").split(",")))
                .secretFile(said.path("--secret-file"))
                .label("tool", said.verb())
                .connect()) {
            return new Errand(said, Desk.of(client, line -> err.println("… " + line))).run();
        }
    }

    /** What came of it. */
    record Outcome(DeployReport report, boolean succeeded) {}
}
