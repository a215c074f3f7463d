/** The watcher of the directory, as a component. */
package org.asterism.deploying.internal.osgi;
