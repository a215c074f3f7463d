/**
 * A web application as other people write them: it knows nothing of OSGi, has its own copies of libraries that the engine has too, and uses
 * what Servlet 4.0 offers. {@link org.asterism.itests.war.PlainApplication} packs it.
 */
package org.asterism.itests.war;
