package org.asterism.persistence.internal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class SchemaDataSourceTest {

    /** A database that is down for the first few who ask. */
    private static final class DownAtFirst implements InvocationHandler {

        private final JdbcDataSource database = new JdbcDataSource();
        private int failures;
        private int asked;

        DownAtFirst(int failures) {
            this.failures = failures;
            database.setURL("jdbc:h2:mem:");
        }

        DataSource proxy() {
            return (DataSource)
                    Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, this);
        }

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws SQLException {
            assertThat(method.getName()).isEqualTo("getConnection");
            asked++;
            if (failures-- > 0) {
                throw new SQLException("down");
            }
            return database.getConnection();
        }
    }

    @Test
    void asksAgainUntilItIsSettled() throws SQLException {
        DownAtFirst shared = new DownAtFirst(2);
        SchemaDataSource dataSource = new SchemaDataSource(shared.proxy(), Duration.ofSeconds(10));
        try (Connection connection = dataSource.proxy().getConnection()) {
            assertThat(connection.isValid(1)).isTrue();
        }
        assertThat(shared.asked).isEqualTo(3);
    }

    @Test
    void passesFailuresOnOnceItIsSettled() {
        DownAtFirst shared = new DownAtFirst(1);
        SchemaDataSource dataSource = new SchemaDataSource(shared.proxy(), Duration.ofSeconds(10));
        dataSource.settled();
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(dataSource.proxy()));
        assertThat(shared.asked).isEqualTo(1);
    }

    @Test
    void losesItsPatienceInTheEnd() {
        DownAtFirst shared = new DownAtFirst(Integer.MAX_VALUE);
        SchemaDataSource dataSource = new SchemaDataSource(shared.proxy(), Duration.ofMillis(300));
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(dataSource.proxy()));
        assertThat(shared.asked).isBetween(2, 3);
    }

    @Test
    void anInterruptEndsThePatience() {
        SchemaDataSource dataSource =
                new SchemaDataSource(new DownAtFirst(Integer.MAX_VALUE).proxy(), Duration.ofHours(1));
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(dataSource.proxy()));
        assertThat(Thread.interrupted()).isTrue();
    }

    private static void connect(DataSource dataSource) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            throw new AssertionError("connected to " + connection);
        }
    }
}
