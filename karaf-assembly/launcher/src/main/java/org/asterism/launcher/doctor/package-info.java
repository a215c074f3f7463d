/**
 * What is wrong with a cluster and the machine it is on, and what to do. The main class is
 * {@link org.asterism.launcher.doctor.Doctor}; each check judges facts in one method, and finds them in another.
 */
package org.asterism.launcher.doctor;
