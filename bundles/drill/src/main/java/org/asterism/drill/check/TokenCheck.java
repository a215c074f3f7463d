package org.asterism.drill.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.Grant;
import org.asterism.drill.history.History;
import org.asterism.lock.LockKey;

/** No token is granted twice, and each is larger than those of earlier grants of the same key: granted before it was asked. */
final class TokenCheck implements Check {

    @Override
    public List<Violation> check(History history, Limits limits) {
        Teller teller = new Teller(history);
        List<Violation> found = new ArrayList<>();
        checkUnique(history.grants(), teller, found);
        Families.of(history.grants()).forEach(family -> checkAscending(family, teller, found));
        return found;
    }

    private static void checkUnique(List<Grant> grants, Teller teller, List<Violation> found) {
        Map<Long, Grant> byToken = new HashMap<>();
        for (Grant grant : grants) {
            Grant other = byToken.putIfAbsent(grant.token(), grant);
            if (other != null) {
                found.add(new Violation(
                        Kind.TOKEN_REPEATED,
                        "token %d was granted twice".formatted(grant.token()),
                        teller.tell(other, grant)));
            }
        }
    }

    private static void checkAscending(List<Grant> family, Teller teller, List<Violation> found) {
        List<Grant> byAsked = sorted(family, Comparator.comparingLong(Grant::asked));
        List<Grant> byGranted = sorted(family, Comparator.comparingLong(Grant::from));
        Map<LockKey, Grant> largest = new HashMap<>();
        int granted = 0;
        for (Grant grant : byAsked) {
            for (; byGranted.get(granted).from() < grant.asked(); granted++) {
                Grant earlier = byGranted.get(granted);
                largest.merge(earlier.key(), earlier, (a, b) -> a.token() > b.token() ? a : b);
            }
            largest.values().stream()
                    .filter(earlier ->
                            earlier.token() > grant.token() && earlier.key().overlaps(grant.key()))
                    .forEach(earlier -> found.add(descended(earlier, grant, teller)));
        }
    }

    private static List<Grant> sorted(List<Grant> grants, Comparator<Grant> order) {
        return grants.stream().sorted(order).toList();
    }

    private static Violation descended(Grant earlier, Grant later, Teller teller) {
        return new Violation(
                Kind.TOKEN_DESCENDED,
                "token %d of %s was granted after %d".formatted(later.token(), later.key(), earlier.token()),
                teller.tell(earlier, later));
    }
}
