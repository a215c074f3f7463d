package org.asterism.itests.talk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.asterism.itests.harness.ChildJvm;

/** Some talkers, each in a process of its own, who talk until they are asked to stop. For one thread. */
public final class Talkers implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final List<ChildJvm> processes = new ArrayList<>();
    private final List<String> ids;

    private Talkers(List<String> ids) {
        this.ids = ids;
    }

    /**
     * Starts them; returns when each knows all.
     *
     * @param hubs for each of them, where it finds hubs
     */
    public static Talkers join(List<List<String>> hubs, Path secret) {
        Talkers talkers = new Talkers(IntStream.rangeClosed(1, hubs.size())
                .mapToObj(number -> "client/talker-" + number)
                .toList());
        try {
            for (int i = 0; i < hubs.size(); i++) {
                talkers.start(talkers.ids.get(i), hubs.get(i), secret);
            }
            talkers.awaitAll("knows all", tally -> tally.members().containsAll(talkers.ids) && !tally.warming());
            return talkers;
        } catch (RuntimeException | AssertionError e) {
            talkers.close();
            throw e;
        }
    }

    private void start(String id, List<String> hubs, Path secret) {
        List<String> others = ids.stream().filter(other -> !other.equals(id)).toList();
        processes.add(ChildJvm.start(
                TalkerMain.class, String.join(",", hubs), secret.toString(), id, String.join(",", others)));
    }

    public List<String> ids() {
        return ids;
    }

    /** They begin to talk. */
    public Talkers talk(long seed) {
        for (int i = 0; i < processes.size(); i++) {
            processes.get(i).ask("start " + (seed + i));
        }
        return this;
    }

    /** Waits until everyone is connected to a hub that is newer than this epoch; returns its epoch. */
    public long awaitRegistered(long epoch) {
        return awaitAll("is registered after epoch " + epoch, tally -> !tally.stale() && tally.epoch() > epoch)
                .get(0)
                .epoch();
    }

    public List<Tally> tallies() {
        return processes.stream()
                .map(process -> Tally.parse(process.ask("tally")))
                .toList();
    }

    /** They stop; everything that was said must have been heard, once and in order. Returns the accounts. */
    public List<Tally> finish() {
        processes.forEach(process -> assertThat(process.ask("stop")).isEqualTo("done"));
        SortedMap<String, Long> said = said();
        await("everything said is heard").atMost(LIMIT).untilAsserted(() -> {
            List<Tally> tallies = tallies();
            assertThat(tallies).allSatisfy(tally -> assertThat(tally.wrong()).isEmpty());
            assertThat(heard(tallies)).isEqualTo(said);
        });
        assertThat(processes.stream().flatMap(process -> process.errors().stream()))
                .as("errors in the logs")
                .isEmpty();
        return tallies();
    }

    /** {@code channel sender → receiver} and how many. */
    private SortedMap<String, Long> said() {
        SortedMap<String, Long> said = new TreeMap<>();
        List<Tally> tallies = tallies();
        for (int from = 0; from < ids.size(); from++) {
            for (var channel : tallies.get(from).sent().entrySet()) {
                String sender = ids.get(from);
                if (channel.getKey().startsWith("direct ")) {
                    said.put("direct " + sender + " → " + channel.getKey().substring(7), channel.getValue());
                } else {
                    ids.forEach(to -> said.put(channel.getKey() + " " + sender + " → " + to, channel.getValue()));
                }
            }
        }
        return said;
    }

    private SortedMap<String, Long> heard(List<Tally> tallies) {
        SortedMap<String, Long> heard = new TreeMap<>();
        for (int to = 0; to < ids.size(); to++) {
            String receiver = ids.get(to);
            tallies.get(to).heard().forEach((source, count) -> heard.put(source + " → " + receiver, count));
        }
        return heard;
    }

    private List<Tally> awaitAll(String what, Predicate<Tally> condition) {
        return await("every talker " + what)
                .atMost(LIMIT)
                .pollInterval(Duration.ofMillis(20))
                .until(this::tallies, tallies -> tallies.stream().allMatch(condition));
    }

    @Override
    public void close() {
        processes.forEach(ChildJvm::close);
    }
}
