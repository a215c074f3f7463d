package org.asterism.remote.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.ListenerDiedException;
import org.asterism.messaging.RequestTimeoutException;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.ServiceException;

/** How often a call is carried out whose link breaks or whose owner is lost while it runs. */
@Timeout(60)
class IdempotentCallTest {

    private final TwoMembers members = new TwoMembers(Duration.ofSeconds(3), 4);
    private final LocalCatalogue local = new LocalCatalogue();
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private Catalogue catalogue;

    @BeforeEach
    void offer() throws InterruptedException {
        catalogue = members.offered(Catalogue.class, local, Map.of());
    }

    @AfterEach
    void end() {
        local.released.countDown();
        callers.shutdownNow();
        members.close();
    }

    /** The outcome of a call that has begun at the service. */
    private Future<String> begun(Callable<String> call) {
        Future<String> outcome = callers.submit(call);
        Awaitility.await().until(() -> local.calls.get() == 1);
        return outcome;
    }

    private static void assertFails(Future<String> outcome, Class<? extends Throwable> cause) {
        Throwable failure = catchThrowable(() -> outcome.get(20, TimeUnit.SECONDS));
        assertThat(failure).cause().isInstanceOf(ServiceException.class).hasCauseInstanceOf(cause);
    }

    @Test
    void anIdempotentCallIsSentOnceMoreWhenTheHubIsBack() throws Exception {
        Future<String> outcome = begun(catalogue::look);
        members.cluster.stopHub();
        members.cluster.startHub();
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo("looked");
        assertThat(local.calls).hasValue(2);
    }

    @Test
    void soIsOneThatReturnsAFuture() throws Exception {
        Future<String> outcome = begun(() -> catalogue.lookLater().get());
        members.cluster.stopHub();
        members.cluster.startHub();
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo("looked later");
        assertThat(local.calls).hasValue(2);
    }

    @Test
    void anIdempotentCallIsSentOnceMoreWhenTheOwnerIsBack() throws Exception {
        Future<String> outcome = begun(catalogue::look);
        members.cluster.partition(members.b);
        members.cluster.heal(members.b);
        assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo("looked");
        assertThat(local.calls).hasValue(2);
    }

    @Test
    void anyOtherCallIsNeverSentAgain() {
        Future<String> outcome = begun(catalogue::buy);
        members.cluster.stopHub();
        members.cluster.startHub();
        assertFails(outcome, HubUnavailableException.class);
        assertThat(local.calls).hasValue(1);
    }

    @Test
    void anOwnerThatDoesNotComeBackIsWaitedForWithinTheTimeout() {
        Future<String> outcome = begun(catalogue::look);
        members.cluster.kill(members.b);
        assertFails(outcome, ListenerDiedException.class);
        assertThat(local.calls).hasValue(1);
    }

    @Test
    void aCallThatTimedOutIsNotSentAgain() {
        assertThatThrownBy(catalogue::look)
                .isInstanceOf(ServiceException.class)
                .hasCauseInstanceOf(RequestTimeoutException.class);
        assertThat(local.calls).hasValue(1);
    }
}
