/**
 * What the commands show. The main class is {@link org.asterism.shell.internal.Report}: everything shown is one, a text for
 * people and a document for programs, both a function of what the API answered.
 */
package org.asterism.shell.internal;
