package org.asterism.drill.check;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asterism.drill.history.Event;
import org.asterism.drill.history.Fault;
import org.asterism.drill.history.FaultKind;
import org.asterism.drill.history.HistoryBuilder;
import org.asterism.drill.history.Outcome;
import org.asterism.drill.history.Write;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss.Cause;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;

/** Tells a history by hand, in milliseconds. An attempt {@code "a1"} is of session {@code "a"} in a member of the same name. */
final class Story {

    static final LockKey KEY = LockKey.of("n", "cell", "1", "1");
    static final LockKey ROW = LockKey.of("n", "cell", "1", LockKey.ANY);
    static final LockKey SIBLING = LockKey.of("n", "cell", "1", "2");
    static final LockKey OTHER = LockKey.of("n", "cell", "2", "1");
    static final Limits LIMITS =
            new Limits(Duration.ofSeconds(10), Duration.ofMillis(100), Duration.ofSeconds(2), Duration.ofSeconds(1));

    private final HistoryBuilder history = new HistoryBuilder();
    private long writes;

    Story asks(String attempt, long at, long patience, LockKey key, LockMode mode) {
        return asks(attempt, at, patience, key, mode, Optional.empty());
    }

    Story promotes(String attempt, String optimistic, long at, LockKey key) {
        return asks(attempt, at, 5_000, key, LockMode.EXCLUSIVE, Optional.of(optimistic));
    }

    private Story asks(String attempt, long at, long patience, LockKey key, LockMode mode, Optional<String> promotes) {
        return tell(new Event.Asked(
                attempt, nanos(at), session(attempt), nanos(patience), List.of(new LockRequest(key, mode)), promotes));
    }

    Story gets(String attempt, long at, long token) {
        return tell(new Event.Granted(attempt, nanos(at), List.of(token)));
    }

    /** Asks, waits at most 5 s, and has it. */
    Story has(String attempt, long asked, long granted, long token, LockKey key, LockMode mode) {
        return asks(attempt, asked, 5_000, key, mode).gets(attempt, granted, token);
    }

    Story ends(String attempt, long at, Outcome outcome) {
        return tell(new Event.Ended(attempt, nanos(at), outcome, "for a reason"));
    }

    Story believes(String attempt, long at) {
        return tell(new Event.Believed(attempt, nanos(at), 0));
    }

    Story loses(String attempt, long at, Cause cause) {
        return tell(new Event.Lost(attempt, nanos(at), 0, cause));
    }

    Story releases(String attempt, long at) {
        return tell(new Event.Released(attempt, nanos(at), 0));
    }

    Story isRefused(String attempt, long at) {
        return tell(new Event.Refused(attempt, nanos(at), 0));
    }

    Story writes(String session, long at, long token, LockKey cell) {
        writes++;
        history.wrote(new Write(writes, nanos(at), cell, token, session));
        return this;
    }

    Story dies(String member) {
        history.died(member);
        return this;
    }

    /** Of everybody. */
    Story fault(FaultKind kind, long from, long to) {
        history.add(new Fault(kind, Set.of(), nanos(from), nanos(to)));
        return this;
    }

    Story fault(FaultKind kind, String member, long from, long to) {
        history.add(new Fault(kind, Set.of(member), nanos(from), nanos(to)));
        return this;
    }

    /** What the checker finds in it. */
    List<Violation> judged() {
        return new Checker(LIMITS).check(history.build(0, nanos(100_000)));
    }

    List<Violation.Kind> kinds() {
        return judged().stream().map(Violation::kind).toList();
    }

    private Story tell(Event event) {
        history.add(session(event.attempt()), event);
        return this;
    }

    private static String session(String attempt) {
        return attempt.substring(0, 1);
    }

    private static long nanos(long millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
