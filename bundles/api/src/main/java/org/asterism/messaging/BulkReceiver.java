package org.asterism.messaging;

import java.io.IOException;
import java.io.InputStream;
import org.asterism.cluster.MemberId;

/** Takes streamed content. */
@FunctionalInterface
public interface BulkReceiver {

    /**
     * Called on a thread of its own for each stream.
     *
     * @param content ends with the content; reading fails with an {@link IOException} if the sender is lost or stops
     * @throws IOException if the content cannot be taken: the sender is told
     */
    void receive(MemberId sender, InputStream content) throws IOException;
}
