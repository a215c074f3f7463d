/** The components. The main class is {@link org.asterism.console.internal.osgi.ConsoleComponent}. */
package org.asterism.console.internal.osgi;
