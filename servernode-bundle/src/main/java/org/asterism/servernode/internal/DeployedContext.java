package org.asterism.servernode.internal;

import java.util.Collection;
import java.util.List;

/**
 * A servlet context of an engine.
 *
 * @param path its context path; {@code /} or empty for the root
 * @param servlets how many servlets and resources it has
 */
public record DeployedContext(String path, int servlets) {

    /** The context path of the agent itself. */
    public static final String AGENT = "/.asterism";

    /** The context paths of applications: all that have something to serve, except the root and the agent's own. */
    public static List<String> applications(Collection<DeployedContext> contexts) {
        return contexts.stream()
                .filter(context -> context.servlets > 0)
                .map(DeployedContext::path)
                .filter(path -> path.length() > 1 && !path.equals(AGENT))
                .distinct()
                .sorted()
                .toList();
    }
}
