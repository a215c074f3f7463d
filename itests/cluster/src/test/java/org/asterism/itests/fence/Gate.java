package org.asterism.itests.fence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Before the connections of a data source. */
final class Gate {

    private static final int LIMIT_MINUTES = 2;

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch open = new CountDownLatch(1);

    /** Whether somebody has come. */
    boolean isReached() {
        return arrived.getCount() == 0;
    }

    void open() {
        open.countDown();
    }

    /** Whoever wants a connection waits until the gate is open. */
    DataSource before(DataSource source) {
        return (DataSource) Proxy.newProxyInstance(
                Gate.class.getClassLoader(), new Class<?>[] {DataSource.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("getConnection")) {
                        pass();
                    }
                    try {
                        return method.invoke(source, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void pass() throws SQLException, InterruptedException {
        arrived.countDown();
        if (!open.await(LIMIT_MINUTES, TimeUnit.MINUTES)) {
            throw new SQLException("the gate was never opened");
        }
    }
}
