package org.asterism.remote.internal.messaging;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.concurrent.CompletableFuture;
import org.asterism.remote.internal.CallCounts;

/** Counts the calls that go through a proxy. */
public final class CountedProxy implements InvocationHandler {

    private final RemoteProxy proxy;
    private final CallCounts.Count count;

    public CountedProxy(RemoteProxy proxy, CallCounts.Count count) {
        this.proxy = proxy;
        this.count = count;
    }

    @Override
    public Object invoke(Object self, Method method, Object[] arguments) throws Throwable {
        if (method.getDeclaringClass() == Object.class) {
            return proxy.invoke(self, method, arguments);
        }
        long began = System.nanoTime();
        boolean failed = true;
        Object result = null;
        try {
            result = proxy.invoke(self, method, arguments);
            failed = false;
        } finally {
            if (result instanceof CompletableFuture<?> future) {
                CompletableFuture<?> unused = future.whenComplete((value, failure) -> ended(began, failure != null));
            } else {
                ended(began, failed);
            }
        }
        return result;
    }

    private void ended(long began, boolean failed) {
        count.ended(System.nanoTime() - began, failed);
    }
}
