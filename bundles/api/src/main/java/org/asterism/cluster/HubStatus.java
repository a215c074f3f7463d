package org.asterism.cluster;

import java.time.Duration;

/**
 * How the message server is.
 *
 * @param epoch this life of the hub
 * @param revision changes of the two lists in this life
 * @param warming whether members of the former life are still expected
 * @param uptime since this life began
 * @param members length of the client list
 * @param services length of the service list
 * @param messagesCarried messages delivered between members in this life
 * @param messagesRefused messages that found no receiver in this life
 * @param bytesWaiting what waits at the hub for slow receivers now
 * @param slowConsumers receivers that are behind now
 * @param slowConsumersCut receivers that were cut off in this life because they were too slow
 */
public record HubStatus(
        long epoch,
        long revision,
        boolean warming,
        Duration uptime,
        int members,
        int services,
        long messagesCarried,
        long messagesRefused,
        long bytesWaiting,
        int slowConsumers,
        long slowConsumersCut) {}
