/**
 * What the shop does, in plain Java. The main class is {@link org.asterism.samples.shop.internal.Shop}: stock is changed only
 * while the cluster lock of the product is held, and every change is told to all nodes.
 */
package org.asterism.samples.shop.internal;
