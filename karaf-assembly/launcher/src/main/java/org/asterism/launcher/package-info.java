/**
 * The {@code asterism} command. The main class is {@link org.asterism.launcher.Launcher}; each command is a class in
 * {@code command}, what it works on is in {@code cluster}, what it tells in {@code status}.
 *
 * <p>Every command ends with exit code 0, or with another one and one clear message. It keeps no process of its own running.
 */
package org.asterism.launcher;
