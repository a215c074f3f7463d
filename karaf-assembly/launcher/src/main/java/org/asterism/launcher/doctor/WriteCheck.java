package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Whether this user may write where the cluster's state is, as shown by a file that is written and removed. */
record WriteCheck(Path base) implements Check {

    @Override
    public String name() {
        return "write";
    }

    @Override
    public List<Finding> findings() {
        Path directory = Places.existing(base);
        if (!Files.isDirectory(directory)) {
            return List.of(Finding.problem("write", directory + " is no directory", "use another --base"));
        }
        try {
            Files.delete(Files.createTempFile(directory, ".doctor", ".tmp"));
            return List.of(Finding.ok("write", directory + " can be written to"));
        } catch (IOException e) {
            return List.of(Finding.problem(
                    "write",
                    "cannot write to " + directory + ": " + e.getClass().getSimpleName(),
                    "change its owner to " + System.getProperty("user.name") + ", or use another --base"));
        }
    }
}
