/** The core with time, threads and the lock client: {@link org.asterism.singleton.internal.concurrent.SingletonLoop}. */
package org.asterism.singleton.internal.concurrent;
