/** Keeps the sessions out of the transactions of applications. */
package org.asterism.sessions.internal.jta;
