/**
 * How a cluster is: asked by {@link org.asterism.launcher.status.StatusReader} in bounded time, told by
 * {@link org.asterism.launcher.status.StatusJson} and {@link org.asterism.launcher.status.StatusTable}.
 */
package org.asterism.launcher.status;
