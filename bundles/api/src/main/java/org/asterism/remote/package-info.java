/**
 * Remote services: what a caller of a service of another member should know. A service is offered to the cluster by the
 * OSGi property {@code service.exported.interfaces} and used like a local one; a call that does not come through fails
 * with an {@code org.osgi.framework.ServiceException} of type {@code REMOTE} whose cause is a
 * {@link org.asterism.messaging.MessagingException}; {@link org.asterism.remote.RemoteInvocationException} stands for a
 * failure of the service itself.
 */
@Version("1.0.0")
@Export
package org.asterism.remote;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
