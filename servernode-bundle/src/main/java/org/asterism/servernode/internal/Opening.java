package org.asterism.servernode.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Decides from when on applications get requests: as soon as they are whole, that is, nothing in their contexts is missing.
 * Before that an application would answer 404 for what another node can serve. One that lacks something for too long is
 * opened as it is; one that is open stays so while one of its contexts does. Not safe for use by several threads.
 */
public final class Opening {

    private final Duration limit;
    private final Map<Key, Duration> waitingSince = new HashMap<>();
    private final Set<Key> settled = new HashSet<>();
    private Set<String> open = Set.of();

    /** @param limit how long an application is waited for, from when it has something to serve */
    public Opening(Duration limit) {
        this.limit = limit;
    }

    /**
     * What was decided.
     *
     * @param applications the context paths that are open, sorted
     * @param delays what is worth telling, once each
     */
    public record Decision(List<String> applications, List<Delay> delays) {}

    /**
     * An application that lacks something.
     *
     * @param over whether it is waited for no longer
     */
    public record Delay(String path, boolean over, List<String> missing) {}

    private record Key(String path, long id) {

        static Key of(DeployedContext context) {
            return new Key(context.path(), context.id());
        }
    }

    /**
     * Takes in which contexts there are now.
     *
     * @param now on a clock that only goes forward
     */
    public Decision decide(Collection<DeployedContext> contexts, Duration now) {
        List<DeployedContext> serving =
                contexts.stream().filter(DeployedContext::isOfApplication).toList();
        Set<Key> present = serving.stream().map(Key::of).collect(Collectors.toSet());
        waitingSince.keySet().retainAll(present);
        settled.retainAll(present);
        List<Delay> delays = new ArrayList<>();
        serving.stream()
                .filter(context -> !settled.contains(Key.of(context)))
                .forEach(context -> wait(context, now, delays));
        open = serving.stream().collect(Collectors.groupingBy(DeployedContext::path)).entrySet().stream()
                .filter(entry -> isOpen(entry.getKey(), entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return new Decision(open.stream().sorted().toList(), delays);
    }

    private void wait(DeployedContext context, Duration now, List<Delay> delays) {
        Key key = Key.of(context);
        Duration since = waitingSince.computeIfAbsent(key, first -> now);
        boolean over = now.minus(since).compareTo(limit) >= 0;
        if (context.isWhole() || over) {
            waitingSince.remove(key);
            settled.add(key);
        }
        if (!context.isWhole() && (over || since.equals(now))) {
            delays.add(new Delay(context.path(), over, context.missing()));
        }
    }

    private boolean isOpen(String path, List<DeployedContext> contexts) {
        long ready = contexts.stream()
                .filter(context -> settled.contains(Key.of(context)))
                .count();
        return open.contains(path) ? ready > 0 : ready == contexts.size();
    }
}
