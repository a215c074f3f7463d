/**
 * Each feature alone on our distribution, in a container of its own. The main class is
 * {@link org.asterism.itests.karaf.FeatureInstalls}.
 */
package org.asterism.itests.karaf;
