/**
 * Judges histories: {@link org.asterism.drill.check.Checker}. Pure. It counts only what is certain: a lock is held from when
 * its owner knew it until its owner last called it valid, and what a fault explains is no violation.
 */
package org.asterism.drill.check;
