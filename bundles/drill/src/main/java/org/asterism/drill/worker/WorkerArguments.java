package org.asterism.drill.worker;

import java.nio.file.Path;
import java.util.List;

/**
 * What a worker is told.
 *
 * @param hubs where it finds hubs
 * @param id of the member that it is
 * @param life its name in the history; unique in the drill, also when the same member has several lives
 * @param namespace of the locks
 * @param kept number of the thing that its keeper holds
 * @param customers how many there are
 */
public record WorkerArguments(
        List<String> hubs,
        Path secretFile,
        String id,
        String life,
        String namespace,
        int registerPort,
        long seed,
        int kept,
        int customers) {

    public WorkerArguments {
        hubs = List.copyOf(hubs);
    }

    static WorkerArguments parse(List<String> words) {
        return new WorkerArguments(
                List.of(words.get(0).split(",", -1)),
                Path.of(words.get(1)),
                words.get(2),
                words.get(3),
                words.get(4),
                Integer.parseInt(words.get(5)),
                Long.parseLong(words.get(6)),
                Integer.parseInt(words.get(7)),
                Integer.parseInt(words.get(8)));
    }

    /** As {@link #parse} reads it. */
    public List<String> words() {
        return List.of(
                String.join(",", hubs),
                secretFile.toString(),
                id,
                life,
                namespace,
                Integer.toString(registerPort),
                Long.toString(seed),
                Integer.toString(kept),
                Integer.toString(customers));
    }
}
