/**
 * What the shop offers to and takes from its server node, by Declarative Services:
 * {@link org.asterism.samples.shop.internal.osgi.ShopComponent} is the shop itself, every other component puts one part of it
 * on a whiteboard.
 */
package org.asterism.samples.shop.internal.osgi;
