/**
 * Web applications that know nothing of OSGi. The main class is {@link org.asterism.servernode.internal.war.PlainWar}, which says under
 * which address such a file is installed; {@link org.asterism.servernode.internal.war.PlatformPackages} are never its own.
 */
package org.asterism.servernode.internal.war;
