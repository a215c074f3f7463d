/**
 * Remote services without OSGi. The main classes are {@link org.asterism.remote.internal.RemoteEndpoints}, which turns
 * cluster views into changes of the endpoints of other members, and {@link org.asterism.remote.internal.MethodTable}.
 *
 * <p>Nothing here reads the clock, starts a thread or knows OSGi.
 */
package org.asterism.remote.internal;
