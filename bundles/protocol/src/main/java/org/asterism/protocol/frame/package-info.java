/**
 * What goes over a link: a stream of {@linkplain org.asterism.protocol.frame.FrameWriter frames}, each a CBOR sequence of
 * a number, a confirmation and runs. A run is an address and the messages for it that followed each other; the hub passes
 * runs on without taking them apart.
 */
@Version("1.0.0")
@Export
package org.asterism.protocol.frame;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
