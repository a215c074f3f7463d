package org.asterism.remote.internal.osgi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.aries.rsa.spi.Endpoint;
import org.apache.aries.rsa.spi.IntentUnsatisfiedException;
import org.asterism.messaging.NoListenerException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.osgi.framework.ServiceException;

@Timeout(60)
class IntentsTest {

    private static final Map<String, Object> CONFIDENTIAL = Map.of("service.exported.intents", "osgi.confidential");
    private static final Map<String, Object> ENCRYPTED = Map.of("asterism.link.encrypted", true);

    private final LocalShelf local = new LocalShelf();
    private TwoMembers members;

    @BeforeEach
    void start() {
        members = new TwoMembers(Duration.ofSeconds(10), 2);
    }

    @AfterEach
    void end() {
        members.close();
    }

    private Endpoint export(Map<String, Object> properties) {
        return TwoMembers.export(members.atB, Shelf.class, local, properties);
    }

    private static List<String> intents(Endpoint endpoint) {
        return endpoint.description().getIntents();
    }

    @Test
    void basicAndAsyncAreAlwaysKept() {
        assertThat(intents(export(Map.of()))).containsExactlyInAnyOrder("osgi.basic", "osgi.async");
        assertThat(export(Map.of("service.exported.intents", new String[] {"osgi.async", "osgi.basic"})))
                .isNotNull();
        assertThat(export(Map.of("service.exported.intents.extra", List.of("osgi.async"))))
                .isNotNull();
    }

    @Test
    void anUnknownIntentIsRefusedInEachForm() {
        assertThat(export(Map.of("service.exported.intents", "passByValue"))).isNull();
        assertThat(export(Map.of("service.exported.intents", new String[] {"osgi.basic", "x"})))
                .isNull();
        assertThat(export(Map.of("service.exported.intents", List.of("osgi.basic", "x"))))
                .isNull();
        assertThat(export(Map.of("service.exported.intents.extra", "x"))).isNull();
    }

    @Test
    void whatTheServiceKeepsByItselfIsToldOn() {
        assertThat(intents(export(Map.of("service.intents", "own"))))
                .containsExactlyInAnyOrder("osgi.basic", "osgi.async", "own");
    }

    @Test
    void confidentialIsKeptOnAnEncryptedLinkOnly() {
        assertThat(export(CONFIDENTIAL)).isNull();
        assertThat(export(Map.of("service.exported.intents.extra", "osgi.private")))
                .isNull();
        members.atB.updatedMessageService(members.b.messages(), ENCRYPTED);
        assertThat(intents(export(CONFIDENTIAL))).contains("osgi.confidential");
        assertThat(intents(export(Map.of("service.exported.intents.extra", "osgi.private"))))
                .contains("osgi.private");
    }

    @Test
    void whatMustBeConfidentialIsNotServedByALinkThatIsNotEncrypted() throws InterruptedException {
        members.atB.removeMessageService(members.b.messages());
        Endpoint endpoint = export(CONFIDENTIAL);
        assertThat(intents(endpoint)).contains("osgi.confidential");
        members.atA.updatedMessageService(members.a.messages(), ENCRYPTED);
        Shelf shelf = TwoMembers.proxy(members.atA, members.b, Shelf.class, endpoint);

        members.atB.addMessageService(members.b.messages(), Map.of());
        members.cluster.settle();
        assertThatThrownBy(shelf::threadName)
                .isInstanceOf(ServiceException.class)
                .hasCauseInstanceOf(NoListenerException.class);

        members.atB.updatedMessageService(members.b.messages(), ENCRYPTED);
        members.cluster.settle();
        assertThat(shelf.threadName()).isNotEmpty();
    }

    @Test
    void whatMustBeConfidentialIsNotCalledOverALinkThatIsNotEncrypted() {
        members.atB.updatedMessageService(members.b.messages(), ENCRYPTED);
        Endpoint endpoint = export(CONFIDENTIAL);
        assertThatThrownBy(() -> TwoMembers.proxy(members.atA, members.b, Shelf.class, endpoint))
                .isInstanceOf(IntentUnsatisfiedException.class);
    }

    @Test
    void anInterfaceThatCannotBeCarriedIsNotExported() {
        assertThat(TwoMembers.export(members.atB, Runner.class, (Runner) task -> {}, Map.of()))
                .isNull();
    }

    interface Runner {
        void run(Runnable task);
    }

    @Test
    void aTimeoutThatIsNoneMeansTheDefault() {
        for (Object timeout : List.of("soon", -1, 0L)) {
            Endpoint endpoint = export(Map.of("osgi.basic.timeout", timeout));
            assertThat(TwoMembers.proxy(members.atA, members.b, Shelf.class, endpoint)
                            .threadName())
                    .isNotEmpty();
        }
    }
}
