/**
 * The baseline: how fast a bare echo is on this machine. The main class is {@link org.asterism.bench.netty.Baseline}. Frames
 * have a length, a number that ties the answer to the call, and a payload; nothing else happens.
 */
package org.asterism.bench.netty;
