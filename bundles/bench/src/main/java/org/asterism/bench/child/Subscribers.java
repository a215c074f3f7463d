package org.asterism.bench.child;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.bench.BenchException;
import org.asterism.bench.Latency;
import org.asterism.bench.Times;
import org.asterism.bench.member.BenchMember;
import org.asterism.bench.member.BenchMembers;

/**
 * Members that listen, each over a link of its own. Answers that say when are in nanoseconds of the machine's monotonic clock.
 *
 * <ul>
 *   <li>{@code open TOPIC IDS}: one member for each of the ids, which are separated by commas
 *   <li>{@code count}: when, and how many messages all of them have heard
 *   <li>{@code await TOTAL MILLIS}: how many they have heard once that is the total, or after the time
 *   <li>{@code time}, and later {@code times}: how many were heard in between and their age: p50, p99 and max in µs
 * </ul>
 */
final class Subscribers implements Role {

    private static final Duration POLL = Duration.ofMillis(2);

    private final BenchMembers members;
    private final List<Subscriber> subscribers = new ArrayList<>();

    Subscribers(BenchMembers members) {
        this.members = members;
    }

    @Override
    public String answer(List<String> command) throws BenchException, InterruptedException {
        return switch (command.get(0)) {
            case "open" -> open(command.get(1), command.get(2));
            case "count" -> System.nanoTime() + " " + heard();
            case "await" -> await(Long.parseLong(command.get(1)), Long.parseLong(command.get(2)));
            case "time" -> time();
            case "times" -> times();
            default -> throw new BenchException("unknown command " + command);
        };
    }

    @SuppressWarnings({"MustBeClosedChecker", "resource"}) // all of it ends with the process
    private String open(String topic, String ids) throws BenchException, InterruptedException {
        for (String id : ids.split(",", -1)) {
            BenchMember member = members.join(id);
            Subscriber subscriber = new Subscriber();
            subscribers.add(subscriber);
            member.messages().listen(topic, subscriber);
        }
        return Integer.toString(subscribers.size());
    }

    private long heard() {
        return subscribers.stream().mapToLong(Subscriber::heard).sum();
    }

    private String await(long total, long millis) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (heard() < total && System.nanoTime() - deadline < 0) {
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        return Long.toString(heard());
    }

    private String time() {
        subscribers.forEach(Subscriber::time);
        return "";
    }

    private String times() {
        Times all = new Times();
        subscribers.forEach(subscriber -> subscriber.addTo(all));
        Latency latency = all.latency();
        return all.count() + " " + latency.p50Micros() + " " + latency.p99Micros() + " " + latency.maxMicros();
    }
}
