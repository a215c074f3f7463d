package org.asterism.container;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What of a distribution goes to the command line.
 *
 * @param classPath the jars that boot Karaf
 * @param patches the jars that patch a module, by the name of the module
 */
record KarafLibraries(List<Path> classPath, Map<String, Path> patches) {

    static KarafLibraries in(Path home) throws ContainerStartException {
        Path lib = home.resolve("lib");
        List<Path> classPath = new ArrayList<>(jars(lib.resolve("boot"), "*.jar"));
        classPath.addAll(jars(lib.resolve("jdk9plus"), "*.jar"));
        classPath.addAll(found(lib.resolve("ext"), "*.jar"));
        Path endorsed = lib.resolve("endorsed");
        return new KarafLibraries(
                classPath,
                Map.of(
                        "java.base",
                                jars(endorsed, "org.apache.karaf.specs.locator-*.jar")
                                        .get(0),
                        "java.xml",
                                jars(endorsed, "org.apache.karaf.specs.java.xml-*.jar")
                                        .get(0)));
    }

    private static List<Path> jars(Path directory, String pattern) throws ContainerStartException {
        List<Path> jars = found(directory, pattern);
        if (jars.isEmpty()) {
            throw new ContainerStartException("the distribution is not complete: there is no " + pattern + " in "
                    + directory + "; unpack it again");
        }
        return jars;
    }

    private static List<Path> found(Path directory, String pattern) throws ContainerStartException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, pattern)) {
            entries.forEach(found::add);
        } catch (IOException e) {
            throw new ContainerStartException("cannot read " + directory + ": " + e.getMessage(), e);
        }
        return found.stream().sorted().toList();
    }
}
