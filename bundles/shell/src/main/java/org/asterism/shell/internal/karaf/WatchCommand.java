package org.asterism.shell.internal.karaf;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Completion;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.asterism.cluster.ClusterService;
import org.asterism.documents.Selection;
import org.asterism.shell.internal.ChangeQueue;
import org.asterism.shell.internal.Missed;
import org.asterism.shell.internal.Report;
import org.asterism.shell.internal.Watch;

/** {@code asterism:watch}. Runs on the thread of the shell until it is interrupted, nobody reads any more or there was enough. */
@Service
@Command(
        scope = Scope.NAME,
        name = "watch",
        description =
                "Shows the members and services as this container knows them, then every change as it comes, until Ctrl-C",
        detailedDescription = """
                A line has the time, epoch and revision of the hub, what has
                happened, to whom, and how. A member that said good-bye has
                left; one that is gone without a word is lost. With --json each
                line is one object: first the view (type "view"), then changes
                (type "member-lost", ...), as in the hub's /cluster/events.

                  asterism:watch --member a/1 --changes
                  asterism:watch --kind server-node --json --count 1
                  asterism:watch --interface ServerNode --for 60
                """)
public final class WatchCommand extends SelectingCommand {

    private static final int QUEUE = 10_000;
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Option(
            name = "--interface",
            multiValued = true,
            valueToShowInHelp = "all",
            description =
                    "Only changes of services with this Java interface, with or without its package; several: any of them")
    @Completion(InterfaceCompleter.class)
    private List<String> interfaces = List.of();

    @Option(name = "--changes", description = "Only changes: do not begin with what is there")
    private boolean changesOnly;

    @Option(name = "--count", valueToShowInHelp = "no bound", description = "End after so many changes")
    private long count = Long.MAX_VALUE;

    @Option(name = "--for", valueToShowInHelp = "no bound", description = "End after so many seconds")
    private long seconds = Long.MAX_VALUE;

    @Override
    Selection selection() {
        return selection(interfaces);
    }

    @Override
    public Object execute() throws Exception {
        requireOne("--count", count);
        requireOne("--for", seconds);
        Selection chosen = selection();
        try {
            lookup().call(ClusterService.class, Scope.NO_MEMBER, cluster -> watch(cluster, chosen));
        } catch (InterruptedException ctrlC) {
            return null; // this is how it ends
        }
        return null;
    }

    private Void watch(ClusterService cluster, Selection chosen) throws Exception {
        ChangeQueue changes = new ChangeQueue(QUEUE, Clock.systemUTC());
        AutoCloseable subscription = cluster.subscribe(changes);
        try {
            follow(new Watch(chosen, cluster.view(), count), changes);
        } finally {
            subscription.close();
        }
        return null;
    }

    private void follow(Watch watch, ChangeQueue changes) throws InterruptedException {
        long begin = System.nanoTime();
        boolean read = changesOnly || showLine(watch.start());
        while (read && !watch.isOver()) {
            Duration left = Duration.ofSeconds(seconds).minusNanos(System.nanoTime() - begin);
            if (left.isNegative()) {
                return;
            }
            showMissed(changes.missed());
            Optional<Report> next =
                    changes.next(left.compareTo(LOOK) < 0 ? left : LOOK).flatMap(watch::next);
            read = next.isPresent() ? showLine(next.get()) : isRead();
        }
    }

    private void showMissed(long missed) {
        if (missed > 0) {
            showLine(new Missed(missed));
        }
    }

    private static void requireOne(String option, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(option + " is " + value + ", not at least 1");
        }
    }
}
