/**
 * Server nodes as child containers. The main class is {@link org.asterism.supervisor.internal.process.NodeContainer}.
 */
package org.asterism.supervisor.internal.process;
