package org.asterism.testing.cluster;

import org.asterism.testing.contract.ClusterFixture;
import org.asterism.testing.contract.MessageServiceContract;

class InMemoryMessageServiceTest extends MessageServiceContract {

    @Override
    protected ClusterFixture newCluster() {
        return new InMemoryFixture();
    }
}
