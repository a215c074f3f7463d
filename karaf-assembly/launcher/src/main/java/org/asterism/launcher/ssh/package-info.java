/** The shell of a container over SSH. The main class is {@link org.asterism.launcher.ssh.KarafShell}. */
package org.asterism.launcher.ssh;
