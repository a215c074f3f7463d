/**
 * Server nodes, the engines that run applications. The main type is {@link org.asterism.servernode.ServerNode}:
 * one service for each node, whether it runs here or in another instance.
 */
@Version("1.0.0")
@Export
package org.asterism.servernode;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
