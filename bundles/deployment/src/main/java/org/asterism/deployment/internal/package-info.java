/**
 * What is wanted, what is, and how one becomes the other. The main classes are {@link org.asterism.deployment.internal.DesiredState}, what a
 * node should have, {@link org.asterism.deployment.internal.RolloutMachine}, which brings a generation to one node after the other, and
 * {@link org.asterism.deployment.internal.Difference}.
 */
package org.asterism.deployment.internal;
