/** What members ask each other: health, numbers and the time. */
package org.asterism.monitor.internal.messaging;
