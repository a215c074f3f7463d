/**
 * What the build makes out of the commands: completion and man page. The main class is
 * {@link org.asterism.launcher.manual.Manual}.
 */
package org.asterism.launcher.manual;
