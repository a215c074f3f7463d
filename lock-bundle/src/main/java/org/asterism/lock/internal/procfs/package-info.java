/** Processes as Linux shows them. The main class is {@link org.asterism.lock.internal.procfs.ProcFiles}. */
package org.asterism.lock.internal.procfs;
