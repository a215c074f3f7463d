/**
 * What takes part in the JTA transactions of applications: {@link org.asterism.persistence.internal.jta.JtaFence} writes in them,
 * {@link org.asterism.persistence.internal.jta.JtaTransactionLocks} keeps locks until they are over.
 */
package org.asterism.persistence.internal.jta;
