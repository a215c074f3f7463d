package org.asterism.itests.harness;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Properties;

/** Reads what the shop wrote, straight from the shared database and past everything that is tested. */
public final class Ledger {

    private final Properties source = new Properties();
    private final String password;

    public Ledger(Star star) throws IOException {
        Path file = star.base().resolve("etc/servernode/org.ops4j.datasource-asterism.cfg");
        try (Reader reader = Files.newBufferedReader(file)) {
            source.load(reader);
        }
        password = Files.readString(star.base().resolve("secrets/database.password"));
    }

    public int stock(String sku) throws SQLException {
        return number("select stock from shop_product where sku = ?", sku);
    }

    /** The pieces that were reserved, over all reservations. */
    public int reserved(String sku) throws SQLException {
        return number("select coalesce(sum(quantity), 0) from shop_reservation where sku = ?", sku);
    }

    /** Whether no two reservations were made under the same grant of the lock. */
    public boolean everyReservationHasItsOwnToken(String sku) throws SQLException {
        return number("select count(distinct fencing_token) from shop_reservation where sku = ?", sku)
                == number("select count(*) from shop_reservation where sku = ?", sku);
    }

    private int number(String sql, String sku) throws SQLException {
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, sku);
            try (ResultSet rows = query.executeQuery()) {
                if (!rows.next()) {
                    throw new AssertionError("no row for " + sku);
                }
                return rows.getInt(1);
            }
        }
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), password);
    }

    public String url() {
        return source.getProperty("url");
    }

    public String user() {
        return source.getProperty("user");
    }

    public String password() {
        return password;
    }
}
