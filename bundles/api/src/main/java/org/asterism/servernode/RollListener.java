package org.asterism.servernode;

import java.time.Duration;
import org.asterism.cluster.MemberId;

/** Hears how a roll goes on. */
public interface RollListener {

    /** This node is next. */
    void begun(MemberId node);

    /** This node is up again with all it had. */
    void done(MemberId node, Duration after);
}
