package org.asterism.hub.internal.standby;

import org.junit.jupiter.api.RepeatedTest;

/** At most one is active at any time, exactly one when nothing was wrong for a lease and two seconds; epochs only grow. */
class RandomHistoriesTest {

    @RepeatedTest(60)
    void oneIsActiveWhateverHappens() {
        InMemoryLeaseStore row = new InMemoryLeaseStore();
        Histories.run(() -> row);
    }

    @RepeatedTest(60)
    void oneIsActiveEvenIfTheDatabaseForgets() {
        Histories.runForgetful();
    }
}
