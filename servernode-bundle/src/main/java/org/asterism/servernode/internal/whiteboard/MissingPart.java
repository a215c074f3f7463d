package org.asterism.servernode.internal.whiteboard;

import java.util.Map;
import java.util.Objects;
import org.osgi.framework.Filter;
import org.osgi.service.http.runtime.dto.ServletContextDTO;
import org.osgi.service.http.whiteboard.HttpWhiteboardConstants;

/**
 * A component that is going to serve something, and does not yet.
 *
 * @param contexts the servlet contexts it belongs to
 * @param why which one it is and what it waits for
 */
record MissingPart(Filter contexts, String why) {

    /** The context of a web application bundle may have no name. */
    boolean belongsTo(ServletContextDTO context) {
        return contexts.matches(Map.of(
                HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_NAME,
                Objects.toString(context.name, ""),
                HttpWhiteboardConstants.HTTP_WHITEBOARD_CONTEXT_PATH,
                Objects.toString(context.contextPath, "")));
    }
}
