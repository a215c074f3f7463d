/**
 * The few CBOR items (RFC 8949) that the link uses, written by hand: a new hub has to read hundreds of registrations before its
 * code is compiled, and a general mapper is a hundred times as much code.
 */
@Version("1.0.0")
@Export
package org.asterism.protocol.cbor;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
