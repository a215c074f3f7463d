/**
 * How containers are. Whoever knows something registers a health check of Apache Felix as a service, with the tag {@code live} or
 * {@code ready}; {@link org.asterism.health.HealthService} runs them and asks other members for theirs.
 */
@Version("1.0.0")
@Export
package org.asterism.health;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
