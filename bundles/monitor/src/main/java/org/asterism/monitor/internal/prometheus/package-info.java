/** Numbers in the text format of Prometheus. */
package org.asterism.monitor.internal.prometheus;
