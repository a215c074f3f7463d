/**
 * What a drill breaks, and how: the processes of a cluster ({@link org.asterism.drill.fault.Cluster}), workers in processes of their own
 * ({@link org.asterism.drill.fault.WorkerSlot}), and the wires between them ({@link org.asterism.drill.wire.Wire}).
 * {@link org.asterism.drill.fault.Saboteur} does it, by a {@link org.asterism.drill.fault.FaultPlan} from a seed.
 */
package org.asterism.drill.fault;
