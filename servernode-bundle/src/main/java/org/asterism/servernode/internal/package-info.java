/**
 * Server nodes from both sides. The main classes are {@link org.asterism.servernode.internal.EmbeddedNode}, a node inside its
 * instance, and {@link org.asterism.servernode.internal.Engine}, what runs the applications.
 * {@link org.asterism.servernode.internal.Opening} decides from when on an application gets requests.
 */
package org.asterism.servernode.internal;
