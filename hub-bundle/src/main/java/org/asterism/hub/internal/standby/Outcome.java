package org.asterism.hub.internal.standby;

import java.util.Optional;

/** How an attempt ended. */
public sealed interface Outcome {

    /** The row as it was at some time during the attempt. */
    record Found(Optional<LeaseRow> row) implements Outcome {}

    /** The change was made. */
    record Done() implements Outcome {}

    /** The row is another one; nothing was changed. */
    record Refused() implements Outcome {}

    /** It is not known what the database did. */
    record Failed(String cause) implements Outcome {}
}
