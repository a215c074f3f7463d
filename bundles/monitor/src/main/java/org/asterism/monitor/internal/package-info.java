/**
 * The core of what a container tells of itself: {@link org.asterism.monitor.internal.Page} takes readings and bounds them, and
 * {@link org.asterism.monitor.internal.AlarmBoard} knows since when something is wrong. Deterministic; time is an argument.
 */
package org.asterism.monitor.internal;
