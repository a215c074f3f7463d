package org.asterism.launcher.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Whether the cluster's directory is this user's alone: files of another one are left by a start as root, for example. */
record OwnerCheck(Path base) implements Check {

    private static final int DEPTH = 5;
    private static final int MAX_FILES = 20_000;

    @Override
    public String name() {
        return "owner";
    }

    @Override
    public List<Finding> findings() throws IOException {
        if (!Files.isDirectory(base)) {
            return List.of(Finding.skipped("owner", base + " is not there yet"));
        }
        String me = System.getProperty("user.name");
        List<Path> foreign = new ArrayList<>();
        try (Stream<Path> files = Files.walk(base, DEPTH)) {
            for (Path file : files.limit(MAX_FILES).toList()) {
                if (Files.exists(file) && !Files.getOwner(file).getName().equals(me)) {
                    foreign.add(file);
                }
            }
        } catch (java.io.UncheckedIOException e) {
            throw e.getCause();
        }
        return List.of(judge(base, me, Files.getPosixFilePermissions(base), foreign));
    }

    static Finding judge(Path base, String me, Set<PosixFilePermission> permissions, List<Path> foreign) {
        if (!foreign.isEmpty()) {
            return Finding.problem(
                    "owner",
                    foreign.size() + " files in " + base + " are not those of " + me + ", such as " + foreign.get(0),
                    "run asterism as their owner, or 'chown -R " + me + " " + base + "' while nothing runs");
        }
        String found = base + " is " + me + "'s, " + PosixFilePermissions.toString(permissions);
        if (permissions.contains(PosixFilePermission.OTHERS_WRITE)
                || permissions.contains(PosixFilePermission.GROUP_WRITE)) {
            return Finding.problem("owner", found + ": others may change what is run", "chmod go-w " + base);
        }
        return permissions.contains(PosixFilePermission.OTHERS_READ)
                ? Finding.warning("owner", found + ": others may read logs and data", "chmod go-rwx " + base)
                : Finding.ok("owner", found);
    }
}
