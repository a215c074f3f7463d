package org.asterism.hub.internal.artemis;

import org.asterism.testing.contract.ClusterFixture;
import org.asterism.testing.contract.MessageServiceContract;

class BrokerMessageServiceTest extends MessageServiceContract {

    @Override
    protected ClusterFixture newCluster() throws HubStartException {
        return new BrokerClusterFixture();
    }
}
