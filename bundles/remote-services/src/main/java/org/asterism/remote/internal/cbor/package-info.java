/**
 * Calls and outcomes as CBOR. The main class is {@link org.asterism.remote.internal.cbor.InvocationCodec}.
 */
package org.asterism.remote.internal.cbor;
