package org.asterism.deploying.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A directory whose files are to be deployed. Deterministic, for one thread; times are those of any clock that never goes back.
 *
 * <ol>
 *   <li>A file is picked up when it has not changed for a while, and again only when it has changed since.
 *   <li>A file that is gone for the same while undeploys what was deployed from it; one that is merely replaced does not.
 *   <li>What failed is tried again when the file changes, or after a pause if it was not the file's fault.
 * </ol>
 */
public final class DropFolder {

    private final Map<String, Sighting> sightings = new HashMap<>();
    private final Map<String, Deployed> deployed;
    private final Map<String, Failure> failures = new HashMap<>();
    private final Duration quiet;

    /** Since when a file is as it is; empty: it is not there. */
    private record Sighting(Optional<FileState> state, Duration since) {}

    private record Failure(FileState state, Optional<Duration> again) {}

    /** @param deployed from which files what was deployed in a former life */
    public DropFolder(Duration quiet, Map<String, Deployed> deployed) {
        this.quiet = quiet;
        this.deployed = new TreeMap<>(deployed);
    }

    /** What is to be done now; files in the order of their names. */
    public List<DropAction> look(Map<String, FileState> files, Duration now) {
        Map<String, FileState> sorted = new TreeMap<>(files);
        List<DropAction> actions = new ArrayList<>();
        for (String name : List.copyOf(deployed.keySet())) {
            if (!files.containsKey(name) && rests(name, Optional.empty(), now)) {
                actions.add(new DropAction.Undeploy(name, deployed.get(name)));
            }
        }
        sorted.forEach((name, state) -> {
            if (rests(name, Optional.of(state), now) && isNew(name, state, now)) {
                actions.add(new DropAction.Deploy(name, state));
            }
        });
        forget(files);
        return actions;
    }

    /** From this file this was deployed. */
    public void deployed(String file, Deployed what) {
        failures.remove(file);
        deployed.put(file, what);
    }

    /** Nothing is deployed from this file any more. */
    public void undeployed(String file) {
        deployed.remove(file);
    }

    /** @param again when to try again although the file is the same; empty: never */
    public void failed(String file, FileState state, Optional<Duration> again) {
        failures.put(file, new Failure(state, again));
    }

    /** From which file what is deployed. */
    public Map<String, Deployed> deployed() {
        return Map.copyOf(deployed);
    }

    private boolean rests(String name, Optional<FileState> state, Duration now) {
        Sighting before = sightings.get(name);
        if (before == null || !before.state().equals(state)) {
            sightings.put(name, new Sighting(state, now));
            return quiet.isZero();
        }
        return now.minus(before.since()).compareTo(quiet) >= 0;
    }

    private boolean isNew(String name, FileState state, Duration now) {
        Deployed done = deployed.get(name);
        Failure failure = failures.get(name);
        boolean isDone = done != null && done.state().equals(state) && failure == null;
        boolean isHopeless = failure != null
                && failure.state().equals(state)
                && (failure.again().isEmpty() || failure.again().get().compareTo(now) > 0);
        return !isDone && !isHopeless;
    }

    private void forget(Map<String, FileState> files) {
        failures.keySet().retainAll(files.keySet());
        sightings.keySet().removeIf(name -> !files.containsKey(name) && !deployed.containsKey(name));
    }
}
