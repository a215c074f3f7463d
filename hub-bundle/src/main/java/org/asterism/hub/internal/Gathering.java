package org.asterism.hub.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asterism.protocol.HubMessage.Registered;

/**
 * When members rush back to a new hub, what is to be done is gathered for a moment and done for all of them at once: those
 * who are back hear of the others together, and the newcomers get one view that has them all. Otherwise each of n members
 * would hear of n others one by one, and n views would be written. Deterministic, never reads the clock, one thread.
 *
 * <ol>
 *   <li>Nothing is kept after warming, and nothing longer than {@link #PAUSE} and a tick. Who comes alone does not wait.
 *   <li>The order is kept, except that newcomers are attached first, so that messages of whoever hears of them reach them, and
 *       answered last: their view has everything that was announced before.
 *   <li>Who is gone by then is not attached and not answered.
 * </ol>
 */
public final class Gathering {

    /** Shorter than it is quiet before warming ends: the view is whole no later. */
    static final Duration PAUSE = Duration.ofMillis(100);

    private final List<Effect> waiting = new ArrayList<>();
    private boolean released;
    private long lastRelease;

    /**
     * What is to be done now, in order.
     *
     * @param effects of the last command
     * @param table after that command
     */
    public List<Effect> take(List<Effect> effects, MembershipTable table, long now) {
        waiting.addAll(effects);
        if (waiting.isEmpty() || (table.isWarming() && !isDue(now))) {
            return List.of();
        }
        released = true;
        lastRelease = now;
        List<Effect> due = arranged(table);
        waiting.clear();
        return due;
    }

    /** Whether nothing is kept. */
    boolean isEmpty() {
        return waiting.isEmpty();
    }

    private boolean isDue(long now) {
        return !released
                || now - lastRelease >= PAUSE.toNanos()
                || waiting.stream().anyMatch(Effect.Deposed.class::isInstance);
    }

    private List<Effect> arranged(MembershipTable table) {
        Map<String, Effect> attached = new LinkedHashMap<>();
        List<Effect> others = new ArrayList<>();
        Set<String> answered = new LinkedHashSet<>();
        Set<String> detached = new HashSet<>();
        for (Effect effect : waiting) {
            if (effect instanceof Effect.Attach attach && !detached.contains(attach.connection())) {
                attached.put(attach.connection(), attach);
            } else if (effect instanceof Effect.Answer answer && answer.answer() instanceof Registered) {
                answered.add(answer.connection());
            } else {
                others.add(effect);
            }
            if (effect instanceof Effect.Detach detach) {
                attached.remove(detach.connection());
                answered.remove(detach.connection());
                detached.add(detach.connection());
            }
        }
        List<Effect> arranged = new ArrayList<>(attached.values());
        arranged.addAll(others);
        if (!answered.isEmpty()) {
            Registered welcome = new Registered(table.snapshot());
            answered.forEach(connection -> arranged.add(new Effect.Answer(connection, welcome)));
        }
        return arranged;
    }
}
