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
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads what the shop wrote, straight from the shared database and past everything that is tested. */
public final class Ledger {

    private final Properties source = new Properties();

    public Ledger(Star star) throws IOException {
        Path file = star.base().resolve("etc/servernode/org.ops4j.datasource-asterism.cfg");
        try (Reader reader = Files.newBufferedReader(file)) {
            source.load(reader);
        }
    }

    public int stock(String sku) throws SQLException {
        return number("select stock from shop_product where sku = ?", sku);
    }

    /** The pieces that were reserved, over all reservations. */
    public int reserved(String sku) throws SQLException {
        return number("select coalesce(sum(quantity), 0) from shop_reservation where sku = ?", sku);
    }

    /** The fencing tokens of the reservations, in the order in which they took stock away. */
    public List<Long> fencingTokens(String sku) throws SQLException {
        List<Long> tokens = new ArrayList<>();
        try (Connection connection = connect();
                PreparedStatement query = connection.prepareStatement(
                        "select fencing_token from shop_reservation where sku = ? order by stock_after desc")) {
            query.setString(1, sku);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    tokens.add(rows.getLong(1));
                }
            }
        }
        return tokens;
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

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(
                source.getProperty("url"), source.getProperty("user"), source.getProperty("password"));
    }
}
