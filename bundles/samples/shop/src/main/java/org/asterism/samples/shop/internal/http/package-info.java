/**
 * The shop on the web, below {@code /shop}: {@link org.asterism.samples.shop.internal.http.ApiServlet} answers JSON,
 * {@link org.asterism.samples.shop.internal.http.PageServlet} the page that calls it.
 */
package org.asterism.samples.shop.internal.http;
