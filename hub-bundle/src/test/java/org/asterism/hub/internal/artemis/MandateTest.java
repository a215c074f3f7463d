package org.asterism.hub.internal.artemis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.asterism.client.internal.LinkState;
import org.asterism.client.internal.artemis.ArtemisLink;
import org.asterism.cluster.MemberId;
import org.asterism.hub.internal.standby.Mandate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A hub that has hung, that another one has replaced meanwhile, and that has not stopped yet. */
@Timeout(60)
class MandateTest {

    private static final Duration SOON = Duration.ofSeconds(10);

    private final AtomicBoolean valid = new AtomicBoolean(true);
    private final RealStar star = star();

    @AfterEach
    void stop() {
        star.close();
    }

    @Test
    void answersNobodyOnTheLink() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        star.hub().member().messages().serve("lock", request -> {
            asked.incrementAndGet();
            return CompletableFuture.completedFuture(request.payload());
        });
        ArtemisLink a = star.join("a");
        await().atMost(SOON).until(() -> !a.member().view().stale());
        a.member()
                .messages()
                .request(MemberId.HUB, "lock", new byte[1], SOON)
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS);

        valid.set(false);

        assertThatThrownBy(() -> a.member()
                .messages()
                .request(MemberId.HUB, "lock", new byte[1], Duration.ofMillis(500))
                .toCompletableFuture()
                .get(10, TimeUnit.SECONDS));
        assertThat(asked).hasValue(1);
    }

    @Test
    void takesNobodyAndTellsOfNobody() {
        ArtemisLink a = star.join("a");
        await().atMost(SOON).until(() -> !a.member().view().stale());
        long revision = star.hub().member().view().revision();
        valid.set(false);
        ArtemisLink late = star.join("late");
        await().atMost(RealStar.TTL).until(() -> !late.cause().isEmpty());
        a.close();

        await().during(Duration.ofSeconds(1))
                .until(() -> late.state() == LinkState.CONNECTING
                        && star.hub().member().view().revision() == revision);
    }

    @Test
    void closesTheConnectionToWhichItWouldHaveSpoken() {
        ArtemisLink a = star.join("a");
        await().atMost(SOON).until(() -> !a.member().view().stale());
        valid.set(false);
        star.hub().member().messages().publish("news", new byte[1]);
        star.hub().member().messages().request(new MemberId("a"), "x", new byte[1], SOON);

        await().atMost(RealStar.TTL.dividedBy(2)).until(() -> a.member().view().stale());
    }

    private RealStar star() {
        try {
            return new RealStar(
                    Duration.ofSeconds(1), new Mandate(OptionalLong.of(7), valid::get, newer -> valid.set(false)));
        } catch (HubStartException e) {
            throw new AssertionError(e);
        }
    }
}
