/**
 * The commands of scope {@code asterism}. The main class is {@link org.asterism.shell.internal.karaf.ShellCommand}; what
 * they need they look up at each call, so that all are there in every container.
 */
package org.asterism.shell.internal.karaf;
