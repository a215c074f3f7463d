/** The access log on disk. The main class is {@link org.asterism.dispatcher.internal.files.AccessLog}. */
package org.asterism.dispatcher.internal.files;
