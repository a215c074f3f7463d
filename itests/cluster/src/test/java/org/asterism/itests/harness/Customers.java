package org.asterism.itests.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.asterism.itests.harness.Load.Call;

/** The load of the sample application: they read and reserve through both dispatchers, and want each request answered. */
public final class Customers implements AutoCloseable {

    /** Of each one who reserves. */
    private final List<AtomicLong> reservations = new ArrayList<>();

    private final Load load;

    private Customers(Star star, String sku, boolean buying) {
        List<Call> calls = new ArrayList<>();
        for (URI dispatcher : star.dispatchers()) {
            calls.add(reading(dispatcher, "/shop/api/whoami"));
            calls.add(reading(dispatcher, "/shop/api/products/" + sku));
            if (buying) {
                calls.add(reserving(dispatcher, sku));
            }
        }
        this.load = Load.of(calls);
    }

    public static Customers of(Star star, String sku) {
        create(star, sku);
        return new Customers(star, sku, true);
    }

    /** They do not reserve, for which a hub is needed. */
    public static Customers whoOnlyRead(Star star, String sku) {
        create(star, sku);
        return new Customers(star, sku, false);
    }

    public Load load() {
        return load;
    }

    /** How many reservations were confirmed. */
    public long reserved() {
        return reservations.stream().mapToLong(AtomicLong::get).sum();
    }

    /** Waits until each one who reserves has done so once more. */
    public void awaitReservations() {
        List<Long> goals = reservations.stream().map(count -> count.get() + 1).toList();
        await("reservations").atMost(Duration.ofSeconds(60)).until(() -> IntStream.range(0, goals.size())
                .allMatch(i -> reservations.get(i).get() >= goals.get(i)));
    }

    private static void create(Star star, String sku) {
        try {
            new Shop(star.dispatcher(0)).create(sku, 1_000_000);
        } catch (Exception e) {
            throw new AssertionError("no product " + sku, e);
        }
    }

    private static Call reading(URI dispatcher, String path) {
        Shop shop = new Shop(dispatcher);
        return () -> answered("GET " + path, shop.get(path));
    }

    private Call reserving(URI dispatcher, String sku) {
        Shop shop = new Shop(dispatcher);
        AtomicLong done = new AtomicLong();
        reservations.add(done);
        return () -> {
            answered("reserve " + sku, shop.reserve(sku, 1));
            done.incrementAndGet();
        };
    }

    private static void answered(String what, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as("%s: %s", what, answer.body()).isEqualTo(200);
    }

    @Override
    public void close() {
        load.close();
    }
}
