/** The dispatcher in JMX: {@link org.asterism.dispatcher.internal.jmx.DispatcherBean}, whose numbers are taken when they are asked for. */
package org.asterism.dispatcher.internal.jmx;
