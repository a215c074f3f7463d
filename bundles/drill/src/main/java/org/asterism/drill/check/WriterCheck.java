package org.asterism.drill.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asterism.drill.check.Violation.Kind;
import org.asterism.drill.history.Grant;
import org.asterism.drill.history.History;
import org.asterism.drill.history.Write;
import org.asterism.lock.LockKey;

/** In the register, a later holder's writes come after an earlier one's; and whoever holds a lock can write. */
final class WriterCheck implements Check {

    @Override
    public List<Violation> check(History history, Limits limits) {
        Teller teller = new Teller(history);
        List<Violation> found = new ArrayList<>();
        Map<LockKey, Write> last = new HashMap<>();
        for (Write write : history.writes()) {
            Write before = last.put(write.cell(), write);
            if (before != null && isWrong(before, write)) {
                found.add(new Violation(
                        Kind.TWO_WRITERS,
                        "%s wrote to %s with token %d after %s with token %d"
                                .formatted(
                                        write.session(), write.cell(), write.token(), before.session(), before.token()),
                        teller.tell(before, write)));
            }
        }
        history.grants().stream()
                .filter(grant -> grant.refused().orElse(Long.MAX_VALUE) <= grant.believed())
                .forEach(grant -> found.add(refused(grant, teller)));
        return found;
    }

    private static boolean isWrong(Write before, Write write) {
        return write.token() < before.token()
                || (write.token() == before.token() && !write.session().equals(before.session()));
    }

    private static Violation refused(Grant grant, Teller teller) {
        return new Violation(
                Kind.HOLDER_REFUSED,
                "%s could not write with token %d though it held %s"
                        .formatted(grant.session(), grant.token(), grant.key()),
                teller.tell(grant));
    }
}
