/** What a person sees in a terminal: aligned columns, colours where there is a terminal, progress, ends of logs. */
package org.asterism.launcher.terminal;
