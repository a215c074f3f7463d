package org.asterism.launcher.status;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.asterism.launcher.LauncherException;

/** Collects what cannot be read, so that a damaged file does not hide the rest. Safe for several threads. */
final class Problems {

    private final List<String> messages = new CopyOnWriteArrayList<>();

    /** A read that may find nothing. */
    @FunctionalInterface
    interface Read<T> {
        Optional<T> get() throws IOException, LauncherException;
    }

    <T> Optional<T> collect(Read<T> read) {
        try {
            return read.get();
        } catch (IOException | LauncherException e) {
            messages.add(e.getMessage());
            return Optional.empty();
        }
    }

    void add(String message) {
        messages.add(message);
    }

    /** Sorted, and each once: a file may be read for several questions. */
    List<String> messages() {
        return messages.stream().distinct().sorted().toList();
    }
}
