/**
 * Declarative Services around the dispatcher: {@link org.asterism.dispatcher.internal.osgi.DispatcherComponent} follows the
 * {@code ServerNode} services by their properties alone and never calls them: most are remote.
 */
package org.asterism.dispatcher.internal.osgi;
