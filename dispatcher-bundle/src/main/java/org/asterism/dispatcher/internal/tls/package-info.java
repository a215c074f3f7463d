/**
 * Certificates for clients. {@link org.asterism.dispatcher.internal.tls.KeyStoreFile} says in one message what is wrong with a store;
 * {@link org.asterism.dispatcher.internal.tls.ServerNames} chooses by the name that a client asks for. Plain Java.
 */
package org.asterism.dispatcher.internal.tls;
