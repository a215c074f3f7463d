package org.asterism.drill.check;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.asterism.drill.history.Grant;
import org.asterism.lock.LockKey;

/** Grants that may have to do with each other: keys overlap only if they have the same name and as many arguments. */
final class Families {

    private record Family(String namespace, String name, int arguments) {

        static Family of(LockKey key) {
            return new Family(key.namespace(), key.name(), key.arguments().size());
        }
    }

    private Families() {}

    static Collection<List<Grant>> of(List<Grant> grants) {
        return grants.stream()
                .collect(Collectors.groupingBy(
                        ((Function<Grant, LockKey>) Grant::key).andThen(Family::of), Collectors.toList()))
                .values();
    }
}
