package org.asterism.itests.docs;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command that a document shows.
 *
 * @param document where
 * @param words what follows {@code asterism}
 */
record Shown(Path document, List<String> words) {

    private static final Pattern COMMAND = Pattern.compile("(?:^|\\$ |bin/)asterism +(.*)");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|\"([^\"]*)\"|(\\S+)");

    /** Those of a line; a comment and what is piped or redirected do not belong to them. */
    static List<Shown> in(Path document, String line) {
        List<Shown> shown = new ArrayList<>();
        for (String part : line.replaceFirst("\\s#.*", "").split("&&|;|\\||>", -1)) {
            Matcher command = COMMAND.matcher(part.strip());
            if (command.find()) {
                shown.add(new Shown(document, words(command.group(1))));
            }
        }
        return shown;
    }

    static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            words.add(word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group(3));
        }
        return words;
    }

    @Override
    public String toString() {
        return document.getFileName() + ": asterism " + String.join(" ", words);
    }
}
