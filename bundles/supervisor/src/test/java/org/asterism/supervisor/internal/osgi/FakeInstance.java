package org.asterism.supervisor.internal.osgi;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberState;
import org.asterism.cluster.spi.MemberControl;

/** An instance in a process of its own, to be killed: looks after one node. */
public final class FakeInstance {

    private FakeInstance() {}

    /** @param args the distribution and the directory of the cluster */
    public static void main(String[] args) throws InterruptedException {
        MemberControl nobody = new MemberControl() {
            @Override
            public void state(MemberState state) {}

            @Override
            public void reportDeath(MemberId member, String incarnation) {}
        };
        new SupervisorComponent(Settings.cluster(Path.of(args[0]), Path.of(args[1])), nobody, Settings.IMPATIENT)
                .supervise(Settings.node(1), status -> {});
        new CountDownLatch(1).await();
    }
}
