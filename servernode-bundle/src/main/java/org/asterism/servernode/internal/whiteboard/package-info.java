/**
 * The engine by means of the OSGi HTTP Whiteboard. The main class is
 * {@link org.asterism.servernode.internal.whiteboard.WhiteboardEngine}; {@code MissingParts} finds what applications still
 * lack.
 */
package org.asterism.servernode.internal.whiteboard;
