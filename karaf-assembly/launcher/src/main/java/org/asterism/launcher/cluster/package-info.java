/**
 * The processes of a cluster on this machine and what is remembered of them below its base directory. The main class is
 * {@link org.asterism.launcher.cluster.Cluster}. Nothing here knows of commands or prints anything.
 */
package org.asterism.launcher.cluster;
