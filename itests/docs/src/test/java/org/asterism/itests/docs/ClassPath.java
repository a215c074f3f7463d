package org.asterism.itests.docs;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** What is in the bundles: those of the class path, and all that were built before in this repository. */
final class ClassPath {

    private ClassPath() {}

    /** The names of all resources below a directory. */
    static List<String> names(String directory, String suffix) {
        List<String> names = new ArrayList<>();
        try {
            for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
                names.addAll(Files.isDirectory(Path.of(entry)) ? inDirectory(Path.of(entry)) : inJar(entry));
            }
            for (Path module : built()) {
                names.addAll(inDirectory(module));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return names.stream()
                .filter(name -> name.startsWith(directory) && name.endsWith(suffix))
                .sorted()
                .distinct()
                .toList();
    }

    static InputStream open(String name) throws IOException {
        for (Path module : built()) {
            if (Files.isRegularFile(module.resolve(name))) {
                return Files.newInputStream(module.resolve(name));
            }
        }
        return ClassPath.class.getClassLoader().getResourceAsStream(name);
    }

    /** The bundles of this repository: a new one is looked at without being named here. */
    private static List<Path> built() throws IOException {
        List<Path> built = new ArrayList<>();
        for (Path parent : List.of(Repository.ROOT, Repository.ROOT.resolve("bundles"))) {
            try (Stream<Path> modules = Files.list(parent)) {
                modules.map(module -> module.resolve("target/classes"))
                        .filter(Files::isDirectory)
                        .forEach(built::add);
            }
        }
        return built;
    }

    private static List<String> inDirectory(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> directory.relativize(file).toString())
                    .toList();
        }
    }

    private static List<String> inJar(String file) throws IOException {
        if (!Files.isRegularFile(Path.of(file))) {
            return List.of();
        }
        try (JarFile jar = new JarFile(file)) {
            return jar.stream().map(ZipEntry::getName).toList();
        }
    }
}
