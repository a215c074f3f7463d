package org.asterism.remote.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.aries.rsa.spi.Endpoint;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.cluster.ServiceEntry;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.ListenerDiedException;
import org.asterism.messaging.MessageTooLargeException;
import org.asterism.messaging.NoListenerException;
import org.asterism.messaging.RequestFailedException;
import org.asterism.messaging.RequestTimeoutException;
import org.asterism.remote.RemoteInvocationException;
import org.asterism.remote.internal.EndpointProperties;
import org.asterism.remote.internal.Settings;
import org.asterism.testing.cluster.InMemoryCluster;
import org.asterism.testing.cluster.InMemoryMember;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.ServiceException;
import org.osgi.framework.Version;
import org.osgi.service.remoteserviceadmin.EndpointDescription;

/** Member {@code b} offers a shelf, member {@code a} uses it. */
@Timeout(60)
class RemoteCallTest {

    private static final int MAX_PAYLOAD = 65_536;
    private static final Settings SETTINGS = new Settings(Duration.ofSeconds(20), MAX_PAYLOAD, 2, 1);

    private final InMemoryCluster cluster = new InMemoryCluster();
    private final InMemoryMember a = cluster.join("a", MemberKind.INSTANCE);
    private final InMemoryMember b = cluster.join("b", MemberKind.INSTANCE);
    private final DistributionComponent atA = new DistributionComponent(SETTINGS);
    private final DistributionComponent atB = new DistributionComponent(SETTINGS);
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final LocalShelf local = new LocalShelf();
    private Endpoint endpoint;
    private Shelf shelf;

    @BeforeEach
    void connect() throws InterruptedException {
        endpoint = atB.exportService(local, null, properties(), new Class<?>[] {Shelf.class});
        atA.addMessageService(a.messages(), Map.of());
        atB.addMessageService(b.messages(), Map.of()); // later than the export: it must be served all the same
        shelf = imported(Map.of());
        cluster.settle();
    }

    @AfterEach
    void end() {
        local.released.countDown();
        callers.shutdownNow();
        atA.deactivate();
        atB.deactivate();
        cluster.close();
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put("objectClass", new String[] {Shelf.class.getName()});
        properties.put("endpoint.service.id", 1L);
        properties.put("endpoint.framework.uuid", "framework-b");
        return properties;
    }

    private Shelf imported(Map<String, Object> more) {
        Map<String, Object> listed =
                EndpointProperties.toList(endpoint.description().getProperties());
        listed.putAll(more);
        EndpointDescription description = new EndpointDescription(EndpointProperties.ofList(
                new ServiceEntry(endpoint.description().getId(), List.of(Shelf.class.getName()), b.id(), listed)));
        return (Shelf) atA.importEndpoint(getClass().getClassLoader(), null, new Class<?>[] {Shelf.class}, description);
    }

    private static void assertTransportFailure(ThrowingCallable call, Class<? extends Throwable> cause) {
        ServiceException failure = catchThrowableOfType(ServiceException.class, call);
        assertThat(failure).isNotNull().hasMessageContaining("Shelf-").hasCauseInstanceOf(cause);
        assertThat(failure.getType()).isEqualTo(ServiceException.REMOTE);
    }

    @Test
    void aCallIsCarriedOutByTheOwner() throws IOException {
        MemberId first = new MemberId("a/1");
        MemberId second = new MemberId("a/2");
        assertThat(shelf.sorted(List.of(second, first))).containsExactly(first, second);
        assertThat(shelf.take(5)).isEqualTo(5);
        assertThat(shelf.next(new Version("1.2.3.x"))).isEqualTo(new Version("2.0.0"));
    }

    @Test
    void aServiceIsNeverCalledOnAThreadOfTheLink() {
        assertThat(shelf.threadName()).startsWith("asterism-remote-");
    }

    @Test
    void methodsOfObjectAreAnsweredHere() {
        cluster.stopHub();
        assertThat(List.of(shelf)).contains(shelf).doesNotContain(imported(Map.of()));
        assertThat(shelf.hashCode()).isEqualTo(System.identityHashCode(shelf));
        assertThat(shelf.toString()).contains(endpoint.description().getId(), "of b");
    }

    @Test
    void declaredExceptionsArriveAsWhatTheyAre() {
        assertThatThrownBy(() -> shelf.take(1))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("stuck");
        assertThatThrownBy(() -> shelf.take(2))
                .isExactlyInstanceOf(IOException.class)
                .hasRootCauseMessage("java.io.FileNotFoundException: lost");
        assertThatThrownBy(() -> shelf.take(0))
                .isExactlyInstanceOf(IllegalArgumentException.class)
                .hasMessage("nothing");
    }

    @Test
    void otherExceptionsArriveByName() {
        assertThatThrownBy(() -> shelf.take(3))
                .isInstanceOf(RemoteInvocationException.class)
                .hasMessage("java.util.NoSuchElementException: sold out");
    }

    @Test
    void aClosedEndpointIsToldApart() throws Exception {
        endpoint.close();
        cluster.settle();
        assertTransportFailure(shelf::threadName, NoListenerException.class);
    }

    @Test
    void anOwnerThatDiesIsToldApart() throws Exception {
        CompletableFuture<String> never = shelf.never();
        cluster.settle();
        cluster.kill(b);
        assertThatThrownBy(() -> never.get(10, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(ServiceException.class)
                .hasCauseInstanceOf(ListenerDiedException.class);
    }

    @Test
    void aTimeoutIsToldApartAndTheCallIsNotSentAgain() throws IOException {
        Shelf impatient = imported(Map.of("osgi.basic.timeout", "50"));
        assertTransportFailure(impatient::block, RequestTimeoutException.class);
        local.released.countDown();
        assertThat(shelf.take(4)).isEqualTo(4);
        assertThat(local.blockCalls).hasValue(1);
    }

    @Test
    void aHubThatIsDownIsToldApart() throws InterruptedException {
        cluster.stopHub();
        cluster.settle();
        assertTransportFailure(shelf::threadName, HubUnavailableException.class);
    }

    @Test
    void theSameProxyWorksAfterARestartOfTheHub() throws Exception {
        cluster.stopHub();
        cluster.startHub();
        cluster.settle();
        assertThat(shelf.take(9)).isEqualTo(9);
    }

    @Test
    void aMissingMessageServiceIsLikeAHubThatIsDown() {
        atA.removeMessageService(a.messages());
        assertTransportFailure(shelf::threadName, HubUnavailableException.class);
    }

    @Test
    void tooLargeACallIsNotSentAndTooLargeAnAnswerIsToldApart() {
        assertTransportFailure(() -> shelf.echoSize(new byte[MAX_PAYLOAD]), MessageTooLargeException.class);
        assertTransportFailure(() -> shelf.bytes(MAX_PAYLOAD), RequestFailedException.class);
        assertThat(shelf.echoSize(shelf.bytes(MAX_PAYLOAD / 2))).isEqualTo(MAX_PAYLOAD / 2);
    }

    @Test
    void anAnswerThatCannotBeCarriedIsToldApart() {
        assertTransportFailure(shelf::uncarried, RequestFailedException.class);
    }

    @Test
    void callsPastTheBoundAreRefusedAtOnce() throws Exception {
        List<CompletableFuture<Void>> calls = new ArrayList<>();
        for (int i = 0; i < SETTINGS.threads() + SETTINGS.queueLength(); i++) {
            calls.add(CompletableFuture.runAsync(this::block, callers));
        }
        Awaitility.await().until(() -> atB.waitingCalls() == SETTINGS.queueLength());
        assertTransportFailure(shelf::threadName, RequestFailedException.class);
        local.released.countDown();
        for (CompletableFuture<Void> call : calls) {
            call.get(10, TimeUnit.SECONDS);
        }
    }

    private void block() {
        try {
            shelf.block();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aCallerThatIsInterruptedStopsWaiting() throws Exception {
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread caller = new Thread(() -> outcome.complete(catchThrowable(shelf::block)));
        caller.start();
        assertThat(local.blocked.await(10, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();
        assertThat(outcome.get(10, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void futuresAreCompletedWhenTheServiceCompletesThem() throws Exception {
        CompletableFuture<String> later = shelf.later("Anna").toCompletableFuture();
        assertThat(shelf.take(6)).isEqualTo(6);
        assertThat(later).isNotDone();
        local.promised.complete("Hello");
        assertThat(later.get(10, TimeUnit.SECONDS)).isEqualTo("Hello Anna");
        assertThatThrownBy(() -> shelf.failing().get(10, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("broken");
    }

    @Test
    void anUnsupportedIntentIsNotExported() {
        Map<String, Object> properties = properties();
        properties.put("service.exported.intents", "osgi.confidential");
        assertThat(atB.exportService(local, null, properties, new Class<?>[] {Shelf.class}))
                .isNull();
    }
}
