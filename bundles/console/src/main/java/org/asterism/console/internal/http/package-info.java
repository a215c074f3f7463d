/**
 * The console by HTTP: the files of the page, what it is told, and what it asks for. The main class is {@link
 * org.asterism.console.internal.http.ConsoleServlet}, through which every request goes.
 */
package org.asterism.console.internal.http;
