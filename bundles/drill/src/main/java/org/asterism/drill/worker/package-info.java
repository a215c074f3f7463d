/**
 * A process that takes locks at random and tells what becomes of them: {@link org.asterism.drill.worker.WorkerMain}. Each
 * {@link org.asterism.drill.worker.Customer} is a thread that makes one {@link org.asterism.drill.worker.Visit} after the
 * other, each in a session of its own.
 */
package org.asterism.drill.worker;
