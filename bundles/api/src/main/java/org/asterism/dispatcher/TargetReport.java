package org.asterism.dispatcher;

import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.servernode.NodeState;

/**
 * A server node as one dispatcher sees it.
 *
 * @param state as its instance tells it
 * @param weight its share of new requests
 * @param outstanding requests in flight there from this dispatcher, WebSockets among them
 * @param sessions distinct HTTP sessions, by their cookie, that this dispatcher passed on to the node within the last ten
 *     minutes because they are tied to it; counted up to a bound of 100,000
 * @param moved requests that were tied to this node and went to another one, which they are tied to since
 * @param failures connections to it that were refused or broke
 * @param ejection why it gets no requests although it is up
 */
public record TargetReport(
        MemberId node,
        NodeState state,
        int weight,
        int outstanding,
        int sessions,
        long moved,
        long failures,
        Optional<Ejection> ejection) {}
