/** Numbers in JMX. */
package org.asterism.monitor.internal.jmx;
