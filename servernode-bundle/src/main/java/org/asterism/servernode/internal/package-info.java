/**
 * Server nodes from both sides. The main classes are {@link org.asterism.servernode.internal.EmbeddedNode}, a node inside its
 * instance, and {@link org.asterism.servernode.internal.Engine}, what runs the applications.
 */
package org.asterism.servernode.internal;
