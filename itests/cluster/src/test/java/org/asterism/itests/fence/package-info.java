/**
 * Holders of a lock that write to the shared database, each in a process of its own that can be stopped anywhere:
 * {@link org.asterism.itests.fence.Writer}.
 */
package org.asterism.itests.fence;
