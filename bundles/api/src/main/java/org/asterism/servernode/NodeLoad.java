package org.asterism.servernode;

/**
 * What a server node has to do.
 *
 * @param requests requests it has not answered to the end
 * @param sessions HTTP sessions whose last request it served and whose time is not over. One that another node serves since then is
 *     still counted here until it ends: nobody tells.
 */
public record NodeLoad(int requests, int sessions) {

    /** Nothing, or nothing that is known. */
    public static final NodeLoad NONE = new NodeLoad(0, 0);

    /** @throws IllegalArgumentException if one is negative */
    public NodeLoad {
        if (requests < 0 || sessions < 0) {
            throw new IllegalArgumentException("no load: " + requests + " requests, " + sessions + " sessions");
        }
    }
}
