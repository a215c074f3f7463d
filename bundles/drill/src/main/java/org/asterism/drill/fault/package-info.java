/**
 * What a drill breaks, and how: the hub ({@link org.asterism.drill.fault.Hub}), workers in processes of their own
 * ({@link org.asterism.drill.fault.WorkerSlot}), and the wires between them ({@link org.asterism.drill.wire.Wire}).
 * {@link org.asterism.drill.fault.Saboteur} does it, by a {@link org.asterism.drill.fault.FaultPlan} from a seed.
 */
package org.asterism.drill.fault;
