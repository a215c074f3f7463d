/** Looks into this process. The main class is {@link org.asterism.servernode.internal.jmx.OwnProcess}. */
package org.asterism.servernode.internal.jmx;
