package org.asterism.deployment;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One thing that is to be on some server nodes.
 *
 * @param name of a file: the symbolic name of its bundle, the name of a web application (its context path without the slash) or of
 *     the KAR; of a feature: its name; of a configuration: the PID, or {@code factoryPID~name}
 * @param version as a bundle's; the feature's, where empty stands for the newest; empty for a configuration
 * @param artifact the file, exactly if the kind is one that comes as a file
 * @param source the URL of the features repository of a feature; of a file where it came from, for people; else empty
 * @param properties of a configuration, sorted by key. Of a web application: {@value #CONTEXT_PATH} may say another context path. Else empty
 */
public record Deployment(
        String name,
        DeploymentKind kind,
        Target target,
        String version,
        Optional<Artifact> artifact,
        String source,
        Map<String, String> properties) {

    /** Property of a web application: its context path, beginning with a slash. */
    public static final String CONTEXT_PATH = "context.path";

    private static final int MAX_TEXT = 1000;
    private static final int MAX_PROPERTIES = 65_536;

    /** @throws IllegalArgumentException if the parts do not fit together or are too long */
    public Deployment {
        DeploymentKey key = new DeploymentKey(name, target);
        properties = Collections.unmodifiableMap(new TreeMap<>(properties));
        require(
                version.length() <= MAX_TEXT && source.length() <= MAX_TEXT,
                key,
                "has a version or source that is too long");
        require(
                artifact.isPresent() == kind.isFile(),
                key,
                "is a " + kind + (kind.isFile() ? " without" : " with") + " a file");
        require(
                kind != DeploymentKind.FEATURE || !source.isEmpty(),
                key,
                "is a feature without the URL of its repository");
        require(
                characters(properties) <= MAX_PROPERTIES,
                key,
                "has more than " + MAX_PROPERTIES + " characters of properties");
    }

    private static void require(boolean condition, DeploymentKey key, String otherwise) {
        if (!condition) {
            throw new IllegalArgumentException(key + " " + otherwise);
        }
    }

    private static int characters(Map<String, String> properties) {
        return properties.entrySet().stream()
                .mapToInt(entry -> entry.getKey().length() + entry.getValue().length())
                .sum();
    }

    /** A file, as {@link DeploymentAdminService#describe} makes it. */
    public static Deployment file(
            String name, DeploymentKind kind, Target target, String version, Artifact artifact, String source) {
        return new Deployment(name, kind, target, version, Optional.of(artifact), source, Map.of());
    }

    /** @param version empty for the newest in the repository */
    public static Deployment feature(String name, String version, String repository, Target target) {
        return new Deployment(name, DeploymentKind.FEATURE, target, version, Optional.empty(), repository, Map.of());
    }

    /** @param pid or {@code factoryPID~name} */
    public static Deployment configuration(String pid, Map<String, String> properties, Target target) {
        return new Deployment(pid, DeploymentKind.CONFIGURATION, target, "", Optional.empty(), "", properties);
    }

    /** What it is found by. */
    public DeploymentKey key() {
        return new DeploymentKey(name, target);
    }

    /** The same for other nodes. */
    public Deployment withTarget(Target other) {
        return new Deployment(name, kind, other, version, artifact, source, properties);
    }
}
