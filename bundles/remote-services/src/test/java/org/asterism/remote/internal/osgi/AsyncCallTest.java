package org.asterism.remote.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.asterism.messaging.RequestTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.ServiceException;
import org.osgi.util.promise.Promise;

/** The intent {@code osgi.async}, and on which threads things happen. */
@Timeout(60)
class AsyncCallTest {

    private final TwoMembers members = new TwoMembers(Duration.ofSeconds(20), 2);
    private final LocalCatalogue local = new LocalCatalogue();
    private final ExecutorService callers = Executors.newCachedThreadPool();

    @AfterEach
    void end() {
        local.released.countDown();
        callers.shutdownNow();
        members.close();
    }

    @Test
    void aPromiseIsResolvedWhenTheServiceResolvesIt() throws Exception {
        Catalogue catalogue = members.offered(Catalogue.class, local, Map.of());
        Promise<String> promise = catalogue.promised("Anna");
        assertThat(catalogue.threadName()).isNotEmpty();
        assertThat(promise.isDone()).isFalse();
        local.promise.resolve("Hello");
        assertThat(promise.timeout(10_000).getValue()).isEqualTo("Hello Anna");
        assertThat(catalogue.promised("").getFailure())
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("empty");
    }

    @Test
    void aPromiseFailsAtTheTimeout() throws Exception {
        Catalogue catalogue = members.offered(Catalogue.class, local, Map.of("osgi.basic.timeout", 50));
        assertThat(catalogue.promised("Anna").getFailure())
                .isInstanceOf(ServiceException.class)
                .hasCauseInstanceOf(RequestTimeoutException.class);
    }

    @Test
    void aFutureThatMustBeWaitedForHoldsNeitherTheCallerNorTheLink() throws Exception {
        Catalogue catalogue = members.offered(Catalogue.class, local, Map.of("asterism.nonblocking", true));
        Future<String> future = catalogue.slow();
        assertThat(catalogue.threadName()).isNotEmpty();
        assertThat(future.isDone()).isFalse();
        local.task.run();
        assertThat(future.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    }

    @Test
    void aServiceThatNeverWaitsIsCalledOnTheLinkAndAnyOtherIsNot() throws Exception {
        Catalogue direct = members.offered(Catalogue.class, local, Map.of("asterism.nonblocking", true));
        Catalogue pooled = members.offered(Catalogue.class, local, Map.of());
        assertThat(direct.threadName()).doesNotStartWith("asterism-remote-");
        assertThat(pooled.threadName()).startsWith("asterism-remote-");
    }

    @Test
    void aLargeCallIsNeverDecodedOnTheLink() throws Exception {
        LocalShelf shelf = new LocalShelf();
        Shelf direct = members.offered(Shelf.class, shelf, Map.of("asterism.nonblocking", true));
        assertThat(direct.echoSize(new byte[100])).isEqualTo(100);
        assertThat(shelf.echoThread).doesNotStartWith("asterism-remote-");
        assertThat(direct.echoSize(new byte[20_000])).isEqualTo(20_000);
        assertThat(shelf.echoThread).startsWith("asterism-remote-");
    }

    @Test
    void exceptionsOfAServiceThatNeverWaitsArriveToo() throws Exception {
        Shelf shelf = members.offered(Shelf.class, new LocalShelf(), Map.of("asterism.nonblocking", "true"));
        assertThatThrownBy(() -> shelf.take(0))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing");
        assertThatThrownBy(() -> shelf.failing().get(10, TimeUnit.SECONDS))
                .cause()
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    @Test
    void callsThatWaitForFuturesOfOtherServicesDoNotKeepThoseFromBeingCompleted() throws Exception {
        LocalCatalogue atA = new LocalCatalogue();
        local.other.set(TwoMembers.proxy(
                members.atB,
                members.a,
                Catalogue.class,
                TwoMembers.export(members.atA, Catalogue.class, atA, Map.of())));
        Catalogue catalogue = members.offered(Catalogue.class, local, Map.of());

        List<Future<String>> outcomes = new ArrayList<>();
        for (int call = 0; call < 2; call++) { // as many as there are threads
            outcomes.add(callers.submit(catalogue::relay));
        }
        atA.released.countDown();
        for (Future<String> outcome : outcomes) {
            assertThat(outcome.get(20, TimeUnit.SECONDS)).isEqualTo("waited");
        }
    }

    @Test
    void whatFollowsAFutureDoesNotRunOnTheLink() throws Exception {
        Catalogue catalogue = members.offered(Catalogue.class, local, Map.of());
        CompletableFuture<String> thread =
                catalogue.relayed().thenApply(word -> Thread.currentThread().getName());
        local.released.countDown();
        assertThat(thread.get(10, TimeUnit.SECONDS)).startsWith("asterism-remote-future-");
    }
}
