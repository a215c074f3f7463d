/**
 * Asks server nodes how they are. The main class is {@link org.asterism.supervisor.internal.http.HttpHealthProbe}.
 */
package org.asterism.supervisor.internal.http;
