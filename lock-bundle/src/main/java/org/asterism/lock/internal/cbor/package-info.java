/**
 * What lock client and lock server say to each other, as CBOR. The main class is
 * {@link org.asterism.lock.internal.cbor.LockCodec}; no class name is ever on the wire, and nothing is parsed that is larger
 * than a message may be.
 */
package org.asterism.lock.internal.cbor;
