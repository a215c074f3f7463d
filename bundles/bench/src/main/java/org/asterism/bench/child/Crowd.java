package org.asterism.bench.child;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.bench.BenchException;
import org.asterism.bench.member.BenchMember;
import org.asterism.bench.member.BenchMembers;
import org.asterism.cluster.ClusterView;

/**
 * Many members. Answers that say when are in nanoseconds of the machine's monotonic clock.
 *
 * <ul>
 *   <li>{@code open PREFIX COUNT}: joins with so many members
 *   <li>{@code joined ID MILLIS}: when the last of them heard that this member joined
 *   <li>{@code whole COUNT EPOCH MILLIS}: when the last of them was seen to have a whole view: of a later epoch, with at least so
 *       many members, neither stale nor warming
 * </ul>
 */
final class Crowd implements Role {

    private static final Duration POLL = Duration.ofMillis(2);

    private final BenchMembers members;
    private final List<BenchMember> crowd = new ArrayList<>();
    private final Joins joins = new Joins();

    Crowd(BenchMembers members) {
        this.members = members;
    }

    @Override
    public String answer(List<String> command) throws BenchException, InterruptedException {
        return switch (command.get(0)) {
            case "open" -> open(command.get(1), Integer.parseInt(command.get(2)));
            case "joined" -> joined(command.get(1), Long.parseLong(command.get(2)));
            case "whole" ->
                whole(Integer.parseInt(command.get(1)), Long.parseLong(command.get(2)), Long.parseLong(command.get(3)));
            default -> throw new BenchException("unknown command " + command);
        };
    }

    @SuppressWarnings({"MustBeClosedChecker", "resource"}) // all of it ends with the process
    private String open(String prefix, int count) throws BenchException, InterruptedException {
        for (int number = 1; number <= count; number++) {
            BenchMember member = members.join(prefix + number);
            member.cluster().subscribe(joins);
            crowd.add(member);
        }
        return Integer.toString(crowd.size());
    }

    private String joined(String id, long millis) throws BenchException, InterruptedException {
        return Long.toString(joins.await(id, crowd.size(), millis));
    }

    private String whole(int count, long epoch, long millis) throws BenchException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        while (!crowd.stream().allMatch(member -> isWhole(member.cluster().view(), count, epoch))) {
            if (System.nanoTime() - deadline > 0) {
                throw new BenchException("not every view is whole within " + millis + " ms");
            }
            TimeUnit.MILLISECONDS.sleep(POLL.toMillis());
        }
        return Long.toString(System.nanoTime());
    }

    private static boolean isWhole(ClusterView view, int count, long epoch) {
        return view.epoch() > epoch
                && !view.stale()
                && !view.warming()
                && view.members().size() >= count;
    }
}
