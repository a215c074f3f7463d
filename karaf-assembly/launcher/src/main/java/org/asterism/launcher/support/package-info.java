/**
 * All that someone needs who shall say what is wrong with a cluster, in one file without secrets. The main class is
 * {@link org.asterism.launcher.support.SupportBundle}.
 */
package org.asterism.launcher.support;
