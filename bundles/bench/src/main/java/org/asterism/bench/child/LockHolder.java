package org.asterism.bench.child;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.asterism.bench.BenchException;
import org.asterism.bench.member.BenchKeys;
import org.asterism.bench.member.BenchMember;
import org.asterism.bench.member.BenchMembers;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRefusedException;
import org.asterism.lock.LockRequest;
import org.asterism.lock.LockSession;

/**
 * {@code plain ID COUNT} and {@code areas ID COUNT}: holds so many locks, or as many as the lock server lets it; the answer is
 * their number. {@code release}: holds none any more.
 */
final class LockHolder implements Role {

    private static final int AT_ONCE = 64;
    private static final int LOCKS_PER_MEMBER = 200_000;
    private static final Duration WAIT = Duration.ofSeconds(30);

    private final BenchMembers members;
    private final List<BenchMember> joined = new ArrayList<>();

    LockHolder(BenchMembers members) {
        this.members = members;
    }

    @Override
    public String answer(List<String> command) throws BenchException, InterruptedException {
        return switch (command.get(0)) {
            case "plain" -> hold(command.get(1), Integer.parseInt(command.get(2)), BenchKeys::held);
            case "areas" -> hold(command.get(1), Integer.parseInt(command.get(2)), BenchKeys::area);
            case "release" -> release();
            default -> throw new BenchException("unknown command " + command);
        };
    }

    /** By several members, because one may hold so many only. */
    private String hold(String id, int count, IntFunction<LockKey> keys) throws BenchException, InterruptedException {
        int held = 0;
        while (held < count) {
            int part = Math.min(count - held, LOCKS_PER_MEMBER);
            BenchMember member = members.join(id + "-" + joined.size());
            joined.add(member);
            int taken = take(member.locks().openSession(), held, held + part, keys);
            held += taken;
            if (taken == 0) {
                break;
            }
        }
        return Integer.toString(held);
    }

    private static int take(LockSession session, int from, int to, IntFunction<LockKey> keys)
            throws InterruptedException {
        int next = from;
        while (next < to) {
            List<LockRequest> requests = new ArrayList<>();
            for (int number = next; number < Math.min(to, next + AT_ONCE); number++) {
                requests.add(new LockRequest(keys.apply(number), LockMode.EXCLUSIVE));
            }
            try {
                var unused = session.acquireAll(requests, WAIT);
            } catch (LockRefusedException e) {
                break; // that is all it lets this member have
            }
            next += requests.size();
        }
        return next - from;
    }

    private String release() {
        joined.forEach(BenchMember::close);
        joined.clear();
        return "0";
    }
}
