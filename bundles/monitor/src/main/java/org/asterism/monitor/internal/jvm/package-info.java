/** Numbers of the JVM and its process. */
package org.asterism.monitor.internal.jvm;
