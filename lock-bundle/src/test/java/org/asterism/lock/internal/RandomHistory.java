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
import org.asterism.lock.internal.LockCommand.Acquire;
import org.asterism.lock.internal.LockCommand.Declare;
import org.asterism.lock.internal.LockCommand.Declared;
import org.asterism.lock.internal.LockCommand.Died;
import org.asterism.lock.internal.LockCommand.Disconnected;
import org.asterism.lock.internal.LockCommand.Present;
import org.asterism.lock.internal.LockCommand.Release;
import org.asterism.lock.internal.LockCommand.Renew;
import org.asterism.lock.internal.LockCommand.Settled;
import org.asterism.lock.internal.LockCommand.Tick;

/** Makes up what may happen to a lock table: few keys and owners, so that they get in each other's way. */
final class RandomHistory {

    private static final int OWNERS = 3;

    private final Random random;
    private final List<Owner> owners = new ArrayList<>();
    private final List<Ticket> tickets = new ArrayList<>();
    private long requests;
    private long incarnations;

    RandomHistory(long seed) {
        random = new Random(seed);
        for (int i = 0; i < OWNERS; i++) {
            owners.add(newLife(i));
        }
    }

    Duration pause() {
        return Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(2500) : random.nextInt(50));
    }

    LockCommand next() {
        int dice = random.nextInt(100);
        if (dice < 45) {
            return new Acquire(claim(owner()), Duration.ofMillis(random.nextInt(5) * 700L));
        } else if (dice < 65) {
            return tickets.isEmpty() ? new Tick() : new Release(tickets.get(random.nextInt(tickets.size())));
        } else if (dice < 82) {
            return renew(owner());
        } else if (dice < 88) {
            return new Declare(owner(), List.of(), true);
        } else if (dice < 92) {
            return new Disconnected(owner());
        }
        return rare(dice);
    }

    /** Someone says what it holds from before; never something that conflicts. */
    LockCommand declaration(int owner, LockKey key) {
        Claim claim = new Claim(ticket(owners.get(owner)), "s1", key, LockMode.EXCLUSIVE);
        return new Declare(owners.get(owner), List.of(new Declared(claim, 1 + owner)), true);
    }

    private LockCommand rare(int dice) {
        if (dice < 94) {
            return new Died(owner(), "test");
        } else if (dice < 96) {
            int one = random.nextInt(OWNERS);
            owners.set(one, newLife(one));
            return new Present(Set.copyOf(owners));
        } else if (dice < 98) {
            return new Settled(random.nextBoolean());
        }
        return new Tick();
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

    private Claim claim(Owner owner) {
        LockKey key = LockKey.of("test", "key", String.valueOf(random.nextInt(3)));
        LockMode mode = random.nextInt(3) == 0 ? LockMode.EXCLUSIVE : LockMode.SHARED;
        return new Claim(ticket(owner), "s" + random.nextInt(2), key, mode);
    }

    private Ticket ticket(Owner owner) {
        requests++;
        Ticket ticket = new Ticket(owner, requests);
        tickets.add(ticket);
        return ticket;
    }

    private Owner owner() {
        return owners.get(random.nextInt(OWNERS));
    }

    private Owner newLife(int number) {
        incarnations++;
        return new Owner(new MemberId("m" + number), "i" + incarnations);
    }
}
