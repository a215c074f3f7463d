package org.asterism.deployment.internal.karaf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.asterism.deployment.internal.PropertyText;

/** What was deployed, in a file: Karaf itself does not remember who has asked for something. */
final class Notes {

    private final Path file;

    Notes(Path file) {
        this.file = file;
    }

    /**
     * What was noted of one thing.
     *
     * @param identity as of {@link org.asterism.deployment.internal.Identity}
     */
    record Note(String identity, String version) {

        private static Note read(String text) {
            String[] parts = text.split(" ", 2);
            return new Note(parts[0], parts[1]);
        }
    }

    /** By name. */
    SortedMap<String, Note> all() throws IOException {
        SortedMap<String, Note> notes = new TreeMap<>();
        texts().forEach((name, text) -> notes.put(name, Note.read(text)));
        return notes;
    }

    void put(String name, Note note) throws IOException {
        SortedMap<String, String> texts = texts();
        texts.put(name, note.identity() + " " + note.version());
        write(texts);
    }

    void remove(String name) throws IOException {
        SortedMap<String, String> texts = texts();
        texts.remove(name);
        write(texts);
    }

    private SortedMap<String, String> texts() throws IOException {
        return Files.exists(file) ? PropertyText.read(Files.readString(file)) : new TreeMap<>();
    }

    private void write(SortedMap<String, String> texts) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, PropertyText.write(texts).getBytes(StandardCharsets.UTF_8));
    }
}
