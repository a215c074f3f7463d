/** The configuration files of server nodes. The main class is {@link org.asterism.servernode.internal.files.NodeFiles}. */
package org.asterism.servernode.internal.files;
