package org.asterism.itests.talk;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asterism.itests.harness.ChildMain;

/** A talker in a process of its own. */
public final class TalkerMain {

    private static final String DONE = "done";

    private TalkerMain() {}

    /** @param arguments hubs, the file of the secret, its id, the ids of the others; lists are separated by commas */
    public static void main(String[] arguments) throws Exception {
        String secret = Files.readString(Path.of(arguments[1])).strip();
        Talker talker = Talker.join(list(arguments[0]), secret, arguments[2], list(arguments[3]));
        ChildMain.serve(question -> answer(talker, question));
    }

    private static String answer(Talker talker, String question) throws InterruptedException {
        List<String> words = List.of(question.split(" "));
        switch (words.get(0)) {
            case "start" -> talker.start(Long.parseLong(words.get(1)));
            case "stop" -> talker.stop();
            case "close" -> talker.close();
            case "tally" -> {
                return talker.tally().text();
            }
            default -> throw new IllegalArgumentException(question);
        }
        return DONE;
    }

    private static List<String> list(String text) {
        return List.of(text.split(","));
    }
}
