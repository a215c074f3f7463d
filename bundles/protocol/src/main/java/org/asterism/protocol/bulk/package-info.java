/**
 * Streams of any length over {@link org.asterism.messaging.MessageService}. The main class is
 * {@link org.asterism.protocol.bulk.BulkTransfer}. A stream is a row of requests, {@link org.asterism.protocol.bulk.BulkPart}s; a
 * piece is answered when it has been read, and only a few wait for that at a time: so memory is bounded on both sides.
 */
@Version("1.0.0")
@Export
package org.asterism.protocol.bulk;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
