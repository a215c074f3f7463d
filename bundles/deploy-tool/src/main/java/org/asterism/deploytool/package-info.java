/** {@code asterism deploy} and its like, in a process of their own that the launcher starts: {@link org.asterism.deploytool.DeployTool}. */
package org.asterism.deploytool;
