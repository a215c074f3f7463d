package org.asterism.lock.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.asterism.cluster.MemberId;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Adopt;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Declared;
import org.asterism.lock.internal.LockCommand.Died;
import org.asterism.lock.internal.LockCommand.Discard;
import org.asterism.lock.internal.LockCommand.Disconnected;
import org.asterism.lock.internal.LockCommand.Fetch;
import org.asterism.lock.internal.LockCommand.Force;
import org.asterism.lock.internal.LockCommand.Present;
import org.asterism.lock.internal.LockCommand.Promote;
import org.asterism.lock.internal.LockCommand.Release;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.LockCommand.Settled;
import org.asterism.lock.internal.LockCommand.Tick;
import org.asterism.lock.internal.LockCommand.Yielded;
import org.asterism.lock.internal.LockEffect.Fetched;

/** Makes up what may happen to a lock table: few keys and owners, so that they get in each other's way. */
final class RandomHistory {

    private static final int OWNERS = 3;
    /** One of so many commands is about a session that moves. */
    private static final int MOVES = 12;

    private static final int HEARD = 3;
    private static final int REMEMBERED = 24;
    private static final List<LockKey> KEYS = List.of(
            LockKey.of("n", "k", "a"),
            LockKey.of("n", "k", "b"),
            LockKey.of("n", "k", LockKey.ANY),
            LockKey.of("n", "k", "a", "x"),
            LockKey.of("n", "k", "a", "y"),
            LockKey.of("n", "k", "a", LockKey.ANY),
            LockKey.of("n", "k", LockKey.ANY, "x"),
            LockKey.of("m", "k"));

    private final Random random;
    private final List<Owner> owners = new ArrayList<>();
    private final List<Ticket> tickets = new ArrayList<>();
    private final int keys;
    private final boolean modest;
    private final List<Yielded> yields = new ArrayList<>();
    private final List<Fetched> fetches = new ArrayList<>();
    private long requests;
    private long incarnations;
    private long tokens;

    RandomHistory(long seed) {
        random = new Random(seed);
        keys = 1 + random.nextInt(KEYS.size());
        modest = random.nextBoolean();
        for (int i = 0; i < OWNERS; i++) {
            owners.add(newLife(i));
        }
    }

    Duration pause() {
        return Duration.ofMillis(random.nextInt(12) == 0 ? random.nextInt(2500) : random.nextInt(50));
    }

    /** What came of a command may be used by one after it, be it soon or late. */
    void heard(LockEffect effect) {
        if (effect instanceof LockEffect.Yield asked) {
            remember(yields, new Yielded(asked.from(), asked.session(), asked.number()));
        } else if (effect instanceof LockEffect.Fetched fetched
                && !fetched.locks().isEmpty()) {
            remember(fetches, fetched);
        }
    }

    private static <E> void remember(List<E> some, E one) {
        some.add(one);
        if (some.size() > HEARD) {
            E unused = some.remove(0);
        }
    }

    LockCommand next() {
        if (random.nextInt(MOVES) == 0) {
            return move();
        }
        int dice = random.nextInt(1000);
        if (dice < 460) {
            return acquire(owner());
        } else if (dice < 520) {
            return promote();
        } else if (dice < 860) {
            return tickets.isEmpty() ? new Tick() : new Release(forget());
        } else if (dice < 930) {
            return renew(owner());
        }
        return rare(dice);
    }

    private LockCommand move() {
        int dice = random.nextInt(20);
        if (dice < 7 && !yields.isEmpty()) {
            return yields.get(random.nextInt(yields.size()));
        } else if (dice < 13 && !fetches.isEmpty()) {
            Fetched fetched = fetches.get(random.nextInt(fetches.size()));
            Owner heir = random.nextInt(8) == 0 ? owner() : fetched.heir();
            long first = ticket(heir, fetched.locks().size()).request();
            return new Adopt(heir, fetched.session(), party(fetched.session()), first, fetched.locks());
        }
        return dice == 19 ? new Discard(owner(), session()) : new Fetch(owner(), session());
    }

    private LockCommand rare(int dice) {
        if (dice < 955) {
            return declaration(owner());
        } else if (dice < 965) {
            return new Disconnected(owner());
        } else if (dice < 970) {
            return new Died(owner(), "test");
        } else if (dice < 975) {
            int one = random.nextInt(OWNERS);
            owners.set(one, newLife(one));
            return new Present(Set.copyOf(owners));
        } else if (dice < 985) {
            return new Settled(random.nextBoolean());
        } else if (dice < 990) {
            return new Force(key(), "somebody", "test");
        }
        return new Tick();
    }

    private Acquire acquire(Owner owner) {
        List<LockRequest> locks = new ArrayList<>();
        int count = random.nextInt(4) == 0 ? 2 + random.nextInt(2) : 1;
        for (int i = 0; i < count; i++) {
            locks.add(new LockRequest(key(), mode()));
        }
        long first = ticket(owner, count).request();
        String session = session();
        Duration waited = random.nextInt(10) == 0 ? Duration.ofMillis(random.nextInt(3000)) : Duration.ZERO;
        return new Acquire(owner, session, party(session), first, locks, waited, patience());
    }

    private LockCommand promote() {
        if (tickets.isEmpty()) {
            return new Tick();
        }
        Ticket held = tickets.get(random.nextInt(tickets.size()));
        long first = ticket(held.owner(), 1).request();
        String session = session();
        return new Promote(held.owner(), session, party(session), held.request(), first, Duration.ZERO, patience());
    }

    private Duration patience() {
        return Duration.ofMillis(random.nextInt(5) * 900L);
    }

    private LockKey key() {
        return KEYS.get(random.nextInt(keys));
    }

    private LockMode mode() {
        int dice = random.nextInt(10);
        if (dice < 4) {
            return LockMode.SHARED;
        } else if (dice < 6) {
            return LockMode.OPTIMISTIC;
        }
        return dice < 9 ? LockMode.EXCLUSIVE : LockMode.EXCLUSIVE_NON_CUMULATIVE;
    }

    private String session() {
        return random.nextBoolean() ? "s0" : "s1~";
    }

    /** A few threads, some of which use several sessions; or nobody waits. */
    private String party(String session) {
        return modest || random.nextInt(3) == 0 ? session : "t" + random.nextInt(2);
    }

    private Declare declaration(Owner owner) {
        List<Declared> locks = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            String session = session();
            Claim claim = new Claim(ticket(owner, 1), session, party(session), key(), mode());
            tokens += random.nextInt(5);
            locks.add(new Declared(claim, 1 + random.nextInt(3) + tokens));
        }
        return new Declare(owner, locks, true);
    }

    private LockCommand renew(Owner owner) {
        Set<Long> kept = new HashSet<>();
        for (Ticket ticket : tickets) {
            if (ticket.owner().equals(owner) && random.nextInt(10) > 0) {
                kept.add(ticket.request());
            }
        }
        return new Renew(owner, Math.max(0, requests - random.nextInt(3)), kept);
    }

    private Ticket forget() {
        int one = random.nextInt(tickets.size());
        return random.nextInt(20) == 0 ? tickets.get(one) : tickets.remove(one);
    }

    private Ticket ticket(Owner owner, int count) {
        Ticket first = new Ticket(owner, requests + 1);
        for (int i = 0; i < count; i++) {
            requests++;
            tickets.add(new Ticket(owner, requests));
        }
        while (tickets.size() > REMEMBERED) {
            Ticket unused = tickets.remove(0);
        }
        return first;
    }

    private Owner owner() {
        return owners.get(random.nextInt(OWNERS));
    }

    private Owner newLife(int number) {
        incarnations++;
        return new Owner(new MemberId("m" + number), "i" + incarnations);
    }
}
