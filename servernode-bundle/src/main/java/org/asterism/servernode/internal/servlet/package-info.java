/**
 * What belongs to an HTTP session. The main class is {@link org.asterism.servernode.internal.servlet.HttpSessionLocks}.
 */
package org.asterism.servernode.internal.servlet;
