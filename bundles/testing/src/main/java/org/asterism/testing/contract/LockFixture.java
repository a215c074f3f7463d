package org.asterism.testing.contract;

import java.time.Duration;
import org.asterism.lock.LockServer;
import org.asterism.lock.LockService;

/** A cluster under test with a lock server in its hub. What is done here may take effect a little later. */
public interface LockFixture {

    /** A new member, or a new life of one. */
    LockService join(String id) throws Exception;

    /** The lock table as the present hub has it. */
    LockServer server();

    /** How long a lock outlives the last sign of life of its owner. */
    Duration lease();

    /** Ends a member without a word; its {@link LockService} stays callable and believes to run. */
    void kill(String id) throws Exception;

    /** {@link #kill}, and the death is reported. */
    void killAndReport(String id) throws Exception;

    /** Cuts the link between a member and the hub; both run on. */
    void partition(String id) throws Exception;

    /** The link of a partitioned member is whole again. */
    void heal(String id) throws Exception;

    /** Ends the hub with its lock server without a word. */
    void killHub() throws Exception;

    /** Starts a new life of the hub, to which the members come back. */
    void startHub() throws Exception;

    /** Ends everything. */
    void close() throws Exception;
}
