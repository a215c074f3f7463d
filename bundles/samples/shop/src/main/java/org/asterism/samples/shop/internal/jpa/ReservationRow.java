package org.asterism.samples.shop.internal.jpa;

import java.time.Instant;
import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;
import org.asterism.samples.shop.internal.Reservation;

/** A reservation. Written once, never changed. */
@Entity
@Table(name = "shop_reservation")
public class ReservationRow {

    @Id
    @Column(name = "id")
    private String id;

    @Column(name = "sku")
    private String sku;

    @Column(name = "quantity")
    private long quantity;

    @Column(name = "fencing_token")
    private long fencingToken;

    @Column(name = "node")
    private String node;

    @Column(name = "reserved_at")
    private Instant reservedAt;

    protected ReservationRow() {}

    ReservationRow(Reservation reservation) {
        id = reservation.id();
        sku = reservation.sku().value();
        quantity = reservation.quantity();
        fencingToken = reservation.fencingToken();
        node = reservation.node();
        reservedAt = reservation.at();
    }
}
