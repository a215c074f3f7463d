package org.asterism.hub.internal.traffic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.messaging.Recipients;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.member.TopicPattern;

/** Who receives what. Reading is fast, changing is not. Thread-safe. */
final class Routes {

    private static final int MAX_RESOLVED = 4096;

    private final Map<Station, Interests> interests = new ConcurrentHashMap<>();
    private final Map<String, Station> members = new ConcurrentHashMap<>();
    private final Map<String, List<Station>> resolved = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    synchronized void add(Station station, Collection<String> listens, Collection<String> serves) {
        Interests wanted = new Interests();
        listens.forEach(pattern -> wanted.listens.add(new TopicPattern(pattern)));
        wanted.serves.addAll(serves);
        interests.put(station, wanted);
        members.put(Addresses.member(station.id()), station);
        resolved.clear();
    }

    synchronized void remove(Station station) {
        interests.remove(station);
        members.values().remove(station);
        resolved.clear();
    }

    /** @throws IllegalArgumentException if it is no pattern */
    synchronized void change(Station station, String address, String topic) {
        Interests wanted = interests.get(station);
        if (wanted == null) {
            return;
        }
        switch (address) {
            case Addresses.LISTEN -> wanted.listens.add(new TopicPattern(topic));
            case Addresses.UNLISTEN -> wanted.listens.remove(new TopicPattern(topic));
            case Addresses.SERVE -> wanted.serves.add(topic);
            default -> wanted.serves.remove(topic);
        }
        resolved.clear();
    }

    /** Every member that is one of these. */
    List<Station> recipients(Recipients recipients) {
        List<Station> found = new ArrayList<>();
        for (Station station : members.values()) {
            if (station.member().filter(recipients::include).isPresent()) {
                found.add(station);
            }
        }
        return found;
    }

    /** The station of this address. */
    Optional<Station> member(String address) {
        return Optional.ofNullable(members.get(address));
    }

    /** Everyone who listens to the topic of this address. */
    List<Station> listeners(String topic) {
        List<Station> known = resolved.get(topic);
        return known != null ? known : resolve(topic);
    }

    /** The next one who listens to the topic. */
    Optional<Station> listener(String topic) {
        return pick(listeners(topic));
    }

    /** The next one who serves the topic. */
    Optional<Station> server(String topic) {
        List<Station> serving = new ArrayList<>();
        interests.forEach((station, wanted) -> {
            if (wanted.serves.contains(topic)) {
                serving.add(station);
            }
        });
        return pick(serving);
    }

    private Optional<Station> pick(List<Station> candidates) {
        return candidates.isEmpty()
                ? Optional.empty()
                : Optional.of(candidates.get(Math.floorMod(next.getAndIncrement(), candidates.size())));
    }

    private synchronized List<Station> resolve(String topic) {
        if (resolved.size() >= MAX_RESOLVED) {
            resolved.clear();
        }
        List<Station> found = new ArrayList<>();
        interests.forEach((station, wanted) -> {
            if (wanted.listens.stream().anyMatch(pattern -> pattern.matches(topic))) {
                found.add(station);
            }
        });
        List<Station> list = List.copyOf(found);
        resolved.put(topic, list);
        return list;
    }

    private static final class Interests {
        private final Set<TopicPattern> listens = ConcurrentHashMap.newKeySet();
        private final Set<String> serves = ConcurrentHashMap.newKeySet();
    }
}
