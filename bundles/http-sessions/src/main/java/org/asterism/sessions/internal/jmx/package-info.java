/** The counters in JMX. */
package org.asterism.sessions.internal.jmx;
