package org.asterism.servernode.internal;

import java.util.List;

/**
 * A servlet context of an engine.
 *
 * @param path its context path; {@code /} or empty for the root
 * @param id tells it from others, also from later ones of the same path
 * @param servlets how many servlets and resources it has
 * @param missing what is going to serve something in it and does not yet, each with the reason
 */
public record DeployedContext(String path, long id, int servlets, List<String> missing) {

    /** The context path of the agent itself. */
    public static final String AGENT = "/.asterism";

    /** With a copy of the list. */
    public DeployedContext {
        missing = List.copyOf(missing);
    }

    /** Whether it is one of an application: has something to serve, and is neither the root nor the agent's own. */
    boolean isOfApplication() {
        return servlets > 0 && path.length() > 1 && !path.equals(AGENT);
    }

    boolean isWhole() {
        return missing.isEmpty();
    }
}
