/**
 * Remote services over {@link org.asterism.messaging.MessageService}. The main classes are
 * {@link org.asterism.remote.internal.messaging.EndpointServer} at the service's side and
 * {@link org.asterism.remote.internal.messaging.RemoteProxy} at the caller's.
 *
 * <p>A call is sent at most once, and no service is ever called on a thread of the link.
 */
package org.asterism.remote.internal.messaging;
