/** Says what is wrong with an encrypted link. The main class is {@link org.asterism.client.internal.tls.HandshakeProbe}. */
package org.asterism.client.internal.tls;
