package org.asterism.deploying.internal.files;

import java.util.Optional;
import org.asterism.deploying.internal.Deployed;

/**
 * A file was deployed.
 *
 * @param failure why not all nodes have it, if that is so; the same file would fail again
 */
record Dropped(Deployed deployed, Optional<String> failure) {}
