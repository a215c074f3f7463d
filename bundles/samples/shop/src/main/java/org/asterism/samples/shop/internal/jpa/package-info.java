/**
 * The shared database: {@link org.asterism.samples.shop.internal.jpa.JpaStock} on the persistence unit {@code shop}, whose
 * tables are made by {@code db/shop.sql}.
 */
package org.asterism.samples.shop.internal.jpa;
