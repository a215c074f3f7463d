package org.asterism.container;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the files of a cluster are on this machine. */
public record ClusterLayout(Path base) {

    /** With an absolute base. */
    public ClusterLayout {
        base = base.toAbsolutePath().normalize();
    }

    /** What the launcher remembers of the cluster. */
    public Path clusterFile() {
        return base.resolve("cluster.json");
    }

    /** The hub's container. */
    public ContainerLayout hub() {
        return new ContainerLayout(base.resolve("hub"));
    }

    /** The database process; it has a process record and logs, like a container. */
    public ContainerLayout database() {
        return new ContainerLayout(base.resolve("database"));
    }

    /** An instance's container. */
    public ContainerLayout instance(String name) {
        return new ContainerLayout(instances().resolve(name));
    }

    /** A server node's container. */
    public ContainerLayout node(String instance, int number) {
        return new ContainerLayout(nodes(instance).resolve(Integer.toString(number)));
    }

    /** What the supervisor of an instance tells of a server node. */
    public Path nodeRecord(String instance, int number) {
        return node(instance, number).base().resolve("node.json");
    }

    /** For the owner's eyes only. */
    public Path secrets() {
        return base.resolve("secrets");
    }

    /** What a member shows to be let in. */
    public Path clusterSecret() {
        return secrets().resolve("cluster.secret");
    }

    /** The password of the database user. */
    public Path databasePassword() {
        return secrets().resolve("database.password");
    }

    /** The password of the shell of every container. */
    public Path shellPassword() {
        return secrets().resolve("shell.password");
    }

    /** Configuration for all containers of a role, copied over the templates at each start. */
    public Path overlay(Role role) {
        return base.resolve("etc").resolve(role.directory());
    }

    /** Applications for every server node, copied to its {@code deploy} directory at each start. */
    public Path applications() {
        return base.resolve("applications");
    }

    /** The names of the instances that have a directory here, sorted. */
    public List<String> instanceNames() throws IOException {
        return directoriesIn(instances());
    }

    /** The numbers of the server nodes of an instance that have a directory here, sorted. */
    public List<Integer> nodeNumbers(String instance) throws IOException {
        return directoriesIn(nodes(instance)).stream()
                .filter(name -> name.matches("[1-9][0-9]{0,8}"))
                .map(Integer::valueOf)
                .sorted()
                .toList();
    }

    private Path instances() {
        return base.resolve("instances");
    }

    private Path nodes(String instance) {
        return instance(instance).base().resolve("nodes");
    }

    private static List<String> directoriesIn(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isDirectory)
                    .map(path -> path.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }
}
