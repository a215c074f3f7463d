/** Health checks of Apache Felix. */
package org.asterism.monitor.internal.felix;
