/**
 * What the console knows and decides. The main class is {@link org.asterism.console.internal.Picture}, the cluster of one moment as
 * the page draws it: a pure function of a view, so the past is drawn as the present. {@link
 * org.asterism.console.internal.Timeline} keeps the views of the last hour, {@link org.asterism.console.internal.Actions} is the only
 * way to change anything.
 */
package org.asterism.console.internal;
