/** The port of a container where machines look: numbers and health. */
package org.asterism.monitor.internal.http;
