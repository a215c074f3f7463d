/**
 * Thin components. {@link org.asterism.lock.internal.osgi.LockServerComponent} runs where it is configured, in the hub;
 * {@link org.asterism.lock.internal.osgi.LockClientComponent} in every other member.
 */
package org.asterism.lock.internal.osgi;
