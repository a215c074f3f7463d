/**
 * Numbers of a container. Whoever counts something registers a {@link org.asterism.metrics.MetricSource} as a service; it is shown
 * at {@code /metrics}, through JMX and to whoever asks the member.
 */
@Version("1.0.0")
@Export
package org.asterism.metrics;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
