/**
 * Parts of a cluster that are looked after by something else: systemd, a container runtime. The main class is
 * {@link org.asterism.launcher.foreground.Foreground}.
 */
package org.asterism.launcher.foreground;
