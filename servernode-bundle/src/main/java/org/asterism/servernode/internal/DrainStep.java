package org.asterism.servernode.internal;

import org.asterism.servernode.DrainResult;
import org.asterism.servernode.NodeLoad;

/** What is to be done next in a {@link Drain}. */
public sealed interface DrainStep {

    /** Look again a moment later; so much is left. */
    record Wait(NodeLoad left) implements DrainStep {}

    /** It is over. */
    record Done(DrainResult result) implements DrainStep {}

    /** It goes no further. */
    record Failed(String reason) implements DrainStep {}
}
