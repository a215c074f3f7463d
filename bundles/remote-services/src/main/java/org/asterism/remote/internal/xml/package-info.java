/**
 * The Endpoint Description Extender Format. The main class is
 * {@link org.asterism.remote.internal.xml.EndpointDocument}.
 */
package org.asterism.remote.internal.xml;
