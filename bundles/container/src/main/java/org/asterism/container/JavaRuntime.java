package org.asterism.container;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The Java that runs the containers.
 *
 * @param home its directory
 * @param version its feature version, such as 17
 */
public record JavaRuntime(Path home, int version) {

    /** The first version that will do. */
    public static final int MIN_VERSION = 17;
    /** The last version that will do: from 24 on there is no security manager, which Karaf 4.4 asks for. */
    public static final int MAX_VERSION = 23;

    /** The one this code runs on. */
    public static JavaRuntime current() {
        return new JavaRuntime(
                Path.of(System.getProperty("java.home")), Runtime.version().feature());
    }

    /** Its command. */
    public Path command() {
        return home.resolve("bin").resolve("java");
    }

    /** @throws ContainerStartException if a container would not start with it */
    public void check() throws ContainerStartException {
        if (version < MIN_VERSION || version > MAX_VERSION) {
            throw new ContainerStartException("Java " + version + " in " + home + " does not run Apache Karaf 4.4; set"
                    + " JAVA_HOME to a Java from " + MIN_VERSION + " to " + MAX_VERSION);
        }
        if (!Files.isExecutable(command())) {
            throw new ContainerStartException(
                    "there is no Java to run at " + command() + "; set JAVA_HOME to a complete one");
        }
    }
}
