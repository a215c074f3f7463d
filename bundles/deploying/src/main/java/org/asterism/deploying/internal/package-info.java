/**
 * The pure core of hot deployment: {@link org.asterism.deploying.internal.DropFolder} compares what lies in a directory with what was
 * deployed from it. Invariants: a file is deployed once for each state it rests in; only what was deployed from here is undeployed.
 */
package org.asterism.deploying.internal;
