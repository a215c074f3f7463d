/**
 * The supervisor as an OSGi service. The main class is {@link org.asterism.supervisor.internal.osgi.SupervisorComponent}.
 */
package org.asterism.supervisor.internal.osgi;
