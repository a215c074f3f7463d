/** The components of this bundle. */
package org.asterism.monitor.internal.osgi;
