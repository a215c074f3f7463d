package org.asterism.itests.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.asterism.itests.harness.Customers;
import org.asterism.itests.harness.HubRoles;
import org.asterism.itests.harness.Logs;
import org.asterism.itests.harness.Shop;
import org.asterism.itests.harness.Signals;
import org.asterism.itests.harness.Star;
import org.asterism.itests.harness.Status;
import org.asterism.itests.talk.Talkers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Two hubs take turns: whatever happens to the active one, the other takes over, and never are both active. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StandbyTakesOver {

    private static final Logger LOG = LoggerFactory.getLogger(StandbyTakesOver.class);
    private static final Duration MOMENT = Duration.ofMillis(500);
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final long seed = Long.getLong("asterism.seed", System.nanoTime());
    private Star star;

    @BeforeAll
    void start() {
        star = Star.named("standby");
        star.demo("--standby", "--nodes", "1");
    }

    @AfterAll
    void stop() {
        star.close();
    }

    @Test
    void fromOneThatIsKilled() {
        takeOver("was killed", name -> Signals.kill(star.process(name)), name -> star.start("hub"));
    }

    @Test
    void fromOneThatHangsAndThenGoesOn() {
        takeOver("hung", name -> Signals.pause(star.process(name)), name -> Signals.resume(star.process(name)));
    }

    /** Who is active is written in the database: without it nobody may say that he is, and with it somebody is again. */
    @Test
    void exceptWhileTheDatabaseIsAway() throws Exception {
        Status before = star.awaitStatus(
                "everyone is there", status -> status.membersUp().size() == 4 && status.serves("/shop"));
        Logs logs = star.logs();
        Shop shop = new Shop(star.dispatcher(0));
        shop.create("away", 100);
        try (HubRoles roles = new HubRoles(star.hubPage(1), star.hubPage(2))) {
            roles.awaitOneActive(LIMIT);
            star.kill("database");
            await("no hub is active").atMost(LIMIT).until(() -> roles.is(0, "standby") && roles.is(1, "standby"));

            HttpResponse<String> read = shop.get("/shop/api/products/away");
            assertThat(read.statusCode()).as(read.body()).isEqualTo(503);
            assertThat(read.body()).contains("no-database");
            HttpResponse<String> reserved = shop.reserve("away", 1);
            assertThat(reserved.statusCode()).as(reserved.body()).isEqualTo(503);
            assertThat(reserved.body()).containsAnyOf("no-hub", "no-database", "lock-timeout");
            assertThat(star.shell("a", "asterism:members")).startsWith("The link to the hub is down");
            assertThat(star.hubPage(1).send("GET", "/cluster").body()).contains("\"active\":null", "refused");

            star.start("database");
            roles.awaitOneActive(LIMIT);
            await("reservations")
                    .atMost(LIMIT)
                    .until(() -> shop.reserve("away", 1).statusCode() == 200);
            assertThat(shop.stock("away")).isEqualTo(99);
            assertThat(roles.outdated()).isEmpty();
        }
        Status after = star.awaitStatus(
                "everyone is there again", status -> status.membersUp().equals(before.membersUp()));
        assertThat(after.nodePids()).isEqualTo(before.nodePids());
        assertThat(after.incarnations()).isEqualTo(before.incarnations());
        assertThat(after.epoch()).isGreaterThan(before.epoch());
        assertThat(logs.errorsExcept()).isEmpty();
    }

    /**
     * @param failing what happens to the active hub
     * @param returning what brings it back, once the other is active
     */
    private void takeOver(String how, Consumer<String> failing, Consumer<String> returning) {
        LOG.info("asterism.seed={}", seed);
        Status before = star.awaitStatus(
                "everyone is there", status -> status.membersUp().size() == 4 && status.serves("/shop"));
        Logs logs = star.logs();
        List<String> urls = List.of(star.hubUrl(1), star.hubUrl(2));
        try (HubRoles roles = new HubRoles(star.hubPage(1), star.hubPage(2));
                Talkers talkers = Talkers.join(Collections.nCopies(3, urls), star.secret());
                Customers customers = Customers.of(star, "standby")) {
            talkers.talk(seed);
            long epoch = talkers.awaitRegistered(0);
            int active = roles.awaitOneActive(LIMIT);
            int other = 1 - active;
            customers.awaitReservations();

            long begin = System.nanoTime();
            failing.accept(name(active));
            roles.awaitActive(other, LIMIT);
            Duration takenOver = since(begin);
            long newEpoch = talkers.awaitRegistered(epoch);
            Duration registered = since(begin);
            customers.awaitReservations();
            Duration reserved = since(begin);
            long returned = System.nanoTime();
            returning.accept(name(active));
            await(name(active) + " is standby").atMost(LIMIT).until(() -> roles.is(active, "standby"));
            customers.awaitReservations();

            LOG.info(
                    "The active hub {}: the other was active after {} ms, members were there after {} ms, the first"
                            + " reservation after {} ms",
                    how,
                    takenOver.toMillis(),
                    registered.toMillis(),
                    reserved.toMillis());
            assertThat(newEpoch).isGreaterThan(epoch);
            assertThat(customers.load().stop().failures()).isEmpty();
            talkers.finish()
                    .forEach(tally -> assertThat(tally.epochs()).isSorted().endsWith(newEpoch));
            // who wakes up finds out before it answers anyone
            assertThat(roles.outdated()).as("moments with two active hubs").allSatisfy(moment -> assertThat(
                            moment.nanos() - returned)
                    .isBetween(-MOMENT.toNanos(), MOMENT.toNanos()));
            assertThat(roles.awaitOneActive(LIMIT)).isEqualTo(other);
        }
        Status after = star.awaitStatus(
                "everyone is there again", status -> status.membersUp().equals(before.membersUp()));
        assertThat(after.nodePids()).isEqualTo(before.nodePids());
        assertThat(after.incarnations()).isEqualTo(before.incarnations());
        assertThat(logs.errorsExcept()).isEmpty();
    }

    private static String name(int index) {
        return index == 0 ? "hub" : "hub-2";
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }
}
