package org.asterism.drill.fault;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.asterism.container.ProcessRecord;
import org.asterism.drill.DrillException;

/** Finds the processes of a cluster by the records below its base. */
final class ProcessRecords {

    private final Path base;

    ProcessRecords(Path base) {
        this.base = base;
    }

    /** Hubs that run. */
    List<ProcessHandle> hubs() throws DrillException {
        return running(folders(base, "hub"), "process.json");
    }

    /** Server nodes that run. */
    List<ProcessHandle> nodes() throws DrillException {
        List<ProcessHandle> nodes = new ArrayList<>();
        for (String instance : prepared()) {
            nodes.addAll(running(folders(folder(instance).resolve("nodes"), ""), "node.json"));
        }
        return nodes;
    }

    /** The names of instances that run. */
    List<String> instances() throws DrillException {
        List<String> running = new ArrayList<>();
        for (String name : prepared()) {
            if (!instance(name).isEmpty()) {
                running.add(name);
            }
        }
        return running;
    }

    private List<String> prepared() throws DrillException {
        return folders(base.resolve("instances"), "").stream()
                .map(folder -> folder.getFileName().toString())
                .toList();
    }

    /** Empty if it does not run. */
    List<ProcessHandle> instance(String name) throws DrillException {
        return running(List.of(folder(name)), "process.json");
    }

    private Path folder(String instance) {
        return base.resolve("instances").resolve(instance);
    }

    private static List<ProcessHandle> running(List<Path> folders, String record) throws DrillException {
        List<ProcessHandle> found = new ArrayList<>();
        for (Path folder : folders) {
            try {
                ProcessRecord.read(folder.resolve(record))
                        .flatMap(read -> read.identity().find())
                        .ifPresent(found::add);
            } catch (IOException e) {
                throw new DrillException("the record in " + folder + " cannot be read: " + e.getMessage(), e);
            }
        }
        return found;
    }

    private static List<Path> folders(Path parent, String prefix) throws DrillException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(parent)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> child.getFileName().toString().startsWith(prefix))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new DrillException(parent + " cannot be listed: " + e.getMessage(), e);
        }
    }
}
