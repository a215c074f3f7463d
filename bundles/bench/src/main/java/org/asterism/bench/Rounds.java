package org.asterism.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The same measured several times. */
final class Rounds {

    private final List<Proxy.Cost> rounds = new ArrayList<>();

    void add(Proxy.Cost round) {
        rounds.add(round);
    }

    /** The one that is in the middle by what was done each second. */
    Proxy.Cost middle() {
        List<Proxy.Cost> sorted = rounds.stream()
                .sorted(Comparator.comparingDouble(Proxy.Cost::perSecond))
                .toList();
        return sorted.get(sorted.size() / 2);
    }
}
