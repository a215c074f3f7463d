package org.asterism.servernode.internal.servlet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSessionLocksTest {

    private final Sessions opened = new Sessions();
    private final HttpSessionLocks locks = new HttpSessionLocks(opened);
    private final WebSession web = new WebSession();

    @AfterEach
    void endAll() {
        OpenLocks.endAll();
    }

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

    /** The mark comes out of the database after each request. */
    @Test
    void isTheSameOneAfterTheHttpSessionWasStored() throws Exception {
        LockSession session = locks.of(web.proxy());
        web.attributes.replaceAll((name, value) -> copy(value));
        assertThat(locks.of(web.proxy())).isSameAs(session);
        web.invalidate();
        assertThat(opened.names).containsExactly("opened 1", "closed 1");
    }

    @Test
    void doesNotFollowTheHttpSessionToAnotherNodeAndEndsWhereItWas() {
        List<String> announced = new ArrayList<>();
        OpenLocks.announceTo(announced::add);
        web.attributes.put(HttpSessionLocks.ATTRIBUTE, new LockMark("of another node"));
        assertThat(locks.of(web.proxy()).id()).isEqualTo("1");
        assertThat(announced).containsExactly("of another node");
        web.attributes.put(HttpSessionLocks.ATTRIBUTE, new LockMark("of a third one"));
        web.invalidate();
        assertThat(announced).containsExactly("of another node", "of a third one");

        assertThat(OpenLocks.endHere("1")).as("told by another node").isTrue();
        assertThat(OpenLocks.endHere("1")).isFalse();
        assertThat(opened.names).containsExactly("opened 1", "closed 1");
    }

    private static Object copy(Object value) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(value);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return in.readObject();
            }
        } catch (IOException | ClassNotFoundException e) {
            throw new AssertionError(e);
        }
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
