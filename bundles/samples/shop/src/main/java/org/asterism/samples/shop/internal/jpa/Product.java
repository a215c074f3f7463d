package org.asterism.samples.shop.internal.jpa;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.asterism.samples.shop.internal.Sku;
import org.asterism.samples.shop.internal.StockLevel;

/**
 * A product and its stock. There is deliberately neither a version nor a database lock here: the cluster lock of the product
 * is what keeps two nodes from selling the same piece, and the fence whoever only believes to hold it.
 */
@Entity
@Table(name = "shop_product")
public class Product {

    @Id
    @Column(name = "sku")
    private String sku;

    @Column(name = "stock")
    private long stock;

    protected Product() {}

    Product(StockLevel level) {
        sku = level.sku().value();
        stock = level.stock();
    }

    StockLevel level() {
        return new StockLevel(new Sku(sku), stock);
    }

    void stock(long newStock) {
        stock = newStock;
    }
}
