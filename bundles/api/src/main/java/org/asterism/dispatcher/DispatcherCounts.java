package org.asterism.dispatcher;

/**
 * Counts of a dispatcher since its start.
 *
 * @param requests well-formed requests
 * @param retries attempts after a first one that failed
 * @param retriesRefused retries that the retry budget did not allow
 * @param ejections of server nodes, after failures in a row
 * @param probes of idle or ejected nodes
 * @param queued requests that had to wait for a node
 * @param rejected requests answered with 503: no node could take them in time, or too many waited
 * @param failed requests answered with 502, 503 or 504 by the dispatcher itself, with those that were rejected
 * @param connectionsRefused client connections over the limit
 * @param connectionsToNodes connections made to server nodes
 * @param logDropped lines of the access log that were not written, for it could not keep up
 */
public record DispatcherCounts(
        long requests,
        long retries,
        long retriesRefused,
        long ejections,
        long probes,
        long queued,
        long rejected,
        long failed,
        long connectionsRefused,
        long connectionsToNodes,
        long logDropped) {}
