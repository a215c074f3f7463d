/**
 * The words that members and the hub exchange. The main types are {@link org.asterism.protocol.ControlMessage} (member to
 * hub), {@link org.asterism.protocol.HubMessage} (hub to member) and {@link org.asterism.protocol.Envelope} (member to
 * member); {@link org.asterism.protocol.CborCodec} turns them into bytes under closed type names, never class names.
 */
@Version("1.0.0")
@Export
package org.asterism.protocol;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
