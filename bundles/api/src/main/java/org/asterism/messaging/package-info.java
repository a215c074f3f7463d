/**
 * Messages between members, carried by the hub. The main type is {@link org.asterism.messaging.MessageService}.
 */
@Version("1.0.0")
@Export
package org.asterism.messaging;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
