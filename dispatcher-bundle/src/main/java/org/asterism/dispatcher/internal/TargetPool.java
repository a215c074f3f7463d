package org.asterism.dispatcher.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.servernode.NodeState;
import org.asterism.servernode.NodeStatus;

/** All server nodes that are known, and which application is where. Never changes; {@link #with} makes the next one. */
public final class TargetPool {

    private final String ownInstance;
    private final StickyKey key;
    private final Map<String, Target> targets;
    private final List<Application> longestFirst;
    private final boolean settling;

    private TargetPool(String ownInstance, StickyKey key, Map<String, Target> targets) {
        this.ownInstance = ownInstance;
        this.key = key;
        this.targets = targets;
        this.longestFirst = targets.values().stream()
                .flatMap(target -> target.applications().stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(this::application)
                .toList();
        this.settling = targets.values().stream()
                .map(target -> target.status().state())
                .anyMatch(state -> state == NodeState.STARTING || state == NodeState.FAILED);
    }

    /** Nobody is known yet to the dispatcher of this instance. */
    public static TargetPool empty(String ownInstance, StickyKey key) {
        return new TargetPool(ownInstance, key, Map.of());
    }

    /**
     * Exactly these nodes are known; those that were known before keep their counters.
     *
     * @throws IllegalArgumentException if the URL or a context path of a node is no such thing
     */
    public TargetPool with(Collection<NodeStatus> nodes) {
        Map<String, Target> next = new TreeMap<>();
        for (NodeStatus node : nodes) {
            String name = KeyResolver.nameOf(node.id());
            Target known = targets.get(name);
            next.put(name, known == null ? Target.of(node, key) : known.with(node));
        }
        return new TargetPool(ownInstance, key, new HashMap<>(next));
    }

    public String ownInstance() {
        return ownInstance;
    }

    /** @throws IllegalArgumentException if {@link #with} would throw it for this node */
    public static void requireValid(NodeStatus node) {
        Target.requireValid(node);
    }

    private Application application(String path) {
        return new Application(path, at(path, true), at(path, false));
    }

    private List<Place> at(String path, boolean own) {
        return targets.values().stream()
                .filter(target -> target.status().instance().equals(ownInstance) == own)
                .filter(target -> target.applications().contains(path))
                .sorted(Comparator.comparing(Target::id))
                .map(target -> target.place(path))
                .toList();
    }

    /** The application with the longest context path that covers this one; null if nobody is known to have it. */
    Application applicationOf(String path) {
        for (int i = 0; i < longestFirst.size(); i++) {
            if (ContextPath.covers(longestFirst.get(i).path(), path)) {
                return longestFirst.get(i);
            }
        }
        return null;
    }

    /** The target whose sticky cookie this is the value of, which only a right signature makes it. */
    public Optional<Target> sticky(String cookie) {
        return target(KeyResolver.nameIn(cookie)).filter(target -> target.isNamedBy(cookie));
    }

    /** @param name like {@code a.1} */
    public Optional<Target> target(String name) {
        return Optional.ofNullable(targets.get(name));
    }

    public Collection<Target> targets() {
        return List.copyOf(targets.values());
    }

    /** The same target as it is known now. */
    public Optional<Target> now(Target earlier) {
        return target(KeyResolver.nameOf(earlier.id()));
    }

    /** Where an application is, or is thought to be. */
    public List<Place> places(String application) {
        return targets.values().stream()
                .filter(target -> target.isAt(application))
                .map(target -> target.place(application))
                .toList();
    }

    /** The context path of the application that covers this path; null if nobody is known to have it. */
    public String applicationPathOf(String path) {
        Application application = applicationOf(path);
        return application == null ? null : application.path();
    }

    /** The context paths of all applications, the longest first. */
    public List<String> applications() {
        return longestFirst.stream().map(Application::path).toList();
    }

    /** Whether a node that was started anew is about to have its application there again. */
    boolean expects(String path, long now) {
        return targets.values().stream()
                .anyMatch(target -> target.record().expected().covers(path, now));
    }

    int size() {
        return targets.size();
    }

    /** Whether a node may bring an application soon: it starts, or is to be started again. */
    boolean settling() {
        return settling;
    }
}
