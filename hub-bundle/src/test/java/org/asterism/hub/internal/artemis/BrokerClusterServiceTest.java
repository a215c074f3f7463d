package org.asterism.hub.internal.artemis;

import org.asterism.testing.contract.ClusterFixture;
import org.asterism.testing.contract.ClusterServiceContract;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

class BrokerClusterServiceTest extends ClusterServiceContract {

    @BeforeAll
    static void waitForWhatIsNotThereYet() {
        Awaitility.ignoreExceptionsByDefault();
    }

    @AfterAll
    static void waitAsBefore() {
        Awaitility.reset();
    }

    @Override
    protected ClusterFixture newCluster() throws HubStartException {
        return new BrokerClusterFixture();
    }
}
