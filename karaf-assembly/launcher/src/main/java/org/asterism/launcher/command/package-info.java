/** The commands: parse, act on the cluster, tell. The root is {@link org.asterism.launcher.command.AsterismCommand}. */
package org.asterism.launcher.command;
