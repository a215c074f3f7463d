/**
 * The components. The main classes are {@link org.asterism.servernode.internal.osgi.ServerNodeComponent}, one for each node of
 * an instance, and {@link org.asterism.servernode.internal.osgi.AgentComponent}, in the container that has the engine.
 */
package org.asterism.servernode.internal.osgi;
