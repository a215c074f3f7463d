package org.asterism.servernode.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionBindingEvent;
import javax.servlet.http.HttpSessionBindingListener;
import org.asterism.lock.LockSession;
import org.asterism.testing.lock.PartialLocks;
import org.junit.jupiter.api.Test;

class HttpSessionLocksTest {

    private final Sessions opened = new Sessions();
    private final HttpSessionLocks locks = new HttpSessionLocks(opened);
    private final WebSession web = new WebSession();

    @Test
    void isTheSameEachTime() {
        assertThat(locks.of(web.proxy())).isSameAs(locks.of(web.proxy()));
        assertThat(opened.names).containsExactly("opened 1");
    }

    @Test
    void endsWithTheHttpSession() {
        LockSession session = locks.of(web.proxy());
        web.invalidate();
        session.close();
        assertThat(opened.names).containsExactly("opened 1", "closed 1");
    }

    @Test
    void isOpenedAgainAfterItWasClosed() {
        locks.of(web.proxy()).close();
        LockSession second = locks.of(web.proxy());
        assertThat(second.id()).isEqualTo("2");
        assertThat(opened.names).containsExactly("opened 1", "closed 1", "opened 2");
    }

    @Test
    void isNotLeftOpenForASessionThatHasEnded() {
        web.invalidate();
        assertThatThrownBy(() -> locks.of(web.proxy())).isInstanceOf(IllegalStateException.class);
        web.ended = false;
        web.refusesAttributes = true;
        assertThatThrownBy(() -> locks.of(web.proxy())).isInstanceOf(IllegalStateException.class);
        assertThat(opened.names).containsExactly("opened 1", "closed 1");
    }

    /** Sessions that only write down that they were opened and closed. */
    private static final class Sessions extends PartialLocks {

        private final List<String> names = new ArrayList<>();
        private int last;

        @Override
        public LockSession openSession() {
            String id = Integer.toString(++last);
            names.add("opened " + id);
            return (LockSession) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {LockSession.class}, (proxy, method, args) -> {
                        if (method.getName().equals("close")) {
                            names.add("closed " + id);
                        }
                        return method.getReturnType() == String.class ? id : null;
                    });
        }
    }

    /** As much of an HTTP session as is asked for here. */
    private static final class WebSession {

        private final Map<String, Object> attributes = new HashMap<>();
        private boolean ended;
        private boolean refusesAttributes;

        HttpSession proxy() {
            return (HttpSession) Proxy.newProxyInstance(
                    getClass().getClassLoader(), new Class<?>[] {HttpSession.class}, (proxy, method, args) -> {
                        if (ended) {
                            throw new IllegalStateException("the session has ended");
                        }
                        return switch (method.getName()) {
                            case "getAttribute" -> attributes.get(args[0]);
                            case "setAttribute" -> put((String) args[0], args[1], (HttpSession) proxy);
                            default -> throw new UnsupportedOperationException(method.getName());
                        };
                    });
        }

        private Object put(String name, Object value, HttpSession self) {
            if (refusesAttributes) {
                throw new IllegalStateException("the session ends");
            }
            Object before = attributes.put(name, value);
            unbound(before, self);
            return null;
        }

        void invalidate() {
            HttpSession self = proxy();
            attributes.values().forEach(value -> unbound(value, self));
            attributes.clear();
            ended = true;
        }

        private static void unbound(Object value, HttpSession self) {
            if (value instanceof HttpSessionBindingListener listener) {
                listener.valueUnbound(new HttpSessionBindingEvent(self, HttpSessionLocks.ATTRIBUTE));
            }
        }
    }
}
