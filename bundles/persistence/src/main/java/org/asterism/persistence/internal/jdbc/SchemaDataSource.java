package org.asterism.persistence.internal.jdbc;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/**
 * The shared database as the persistence unit of one schema sees it. Until it is {@link #settled} a connection that cannot be
 * had is asked for again: a persistence unit looks at its database once, when the data source appears, and Aries JPA never
 * again tries to build one that failed then. Afterwards every failure is passed on at once.
 */
public final class SchemaDataSource implements InvocationHandler {

    private static final long PAUSE_MILLIS = 250;

    private final DataSource shared;
    private final Duration patience;
    private volatile boolean settled;

    /** @param patience how long to ask again for one connection */
    public SchemaDataSource(DataSource shared, Duration patience) {
        this.shared = shared;
        this.patience = patience;
    }

    /** What the persistence unit gets. */
    public DataSource proxy() {
        return (DataSource) Proxy.newProxyInstance(
                SchemaDataSource.class.getClassLoader(), new Class<?>[] {DataSource.class}, this);
    }

    /** Ends the patience: whoever looks at the database first has done so. */
    public void settled() {
        settled = true;
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            try {
                return method.invoke(shared, arguments);
            } catch (InvocationTargetException e) {
                if (isFinal(method, e.getCause()) || System.nanoTime() - deadline > 0 || interruptedInPause()) {
                    throw e.getCause();
                }
            }
        }
    }

    private boolean isFinal(Method method, Throwable failure) {
        return settled || !method.getName().equals("getConnection") || !(failure instanceof SQLException);
    }

    private static boolean interruptedInPause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
