package org.asterism.servernode;

import java.time.Duration;

/**
 * How a drain went.
 *
 * @param reached whether no more was left than allowed, and no request
 * @param before what the node had to do when it began
 * @param left what was left at the end
 * @param moved requests of its sessions that dispatchers sent to another node meanwhile
 * @param after how long it took
 */
public record DrainResult(boolean reached, NodeLoad before, NodeLoad left, long moved, Duration after) {}
