/**
 * What a person should know of a container. Whoever watches something registers an {@link org.asterism.alarm.AlarmSource} as a
 * service; {@link org.asterism.alarm.AlarmService} says what is wrong now and since when.
 */
@Version("1.0.0")
@Export
package org.asterism.alarm;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
