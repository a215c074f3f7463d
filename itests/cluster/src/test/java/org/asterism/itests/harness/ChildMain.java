package org.asterism.itests.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The life of a {@link ChildJvm} from inside: a line in, a line out, until nobody asks any more. */
public final class ChildMain {

    private ChildMain() {}

    /** Answers one question. */
    @FunctionalInterface
    public interface Answers {
        String answer(String question) throws Exception;
    }

    /** Returns never: the process ends when the one that has started it is gone. */
    public static void serve(Answers answers) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.println(answer(answers, line));
            }
        } finally {
            Runtime.getRuntime().halt(0);
        }
    }

    private static String answer(Answers answers, String question) {
        try {
            return answers.answer(question);
        } catch (Exception | AssertionError e) {
            return "failed: " + e;
        }
    }
}
