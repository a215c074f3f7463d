/** JSON as the API answers it and as events travel: {@link org.asterism.samples.shop.internal.json.ShopJson}. */
package org.asterism.samples.shop.internal.json;
