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
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.servlet.http.HttpSession;
import javax.servlet.http.HttpSessionBindingEvent;
import javax.servlet.http.HttpSessionBindingListener;
import org.asterism.lock.LockSession;
import org.asterism.lock.MovableSessions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpSessionLocksTest {

    private final Sessions opened = new Sessions();
    private final HttpSessionLocks locks = new HttpSessionLocks(opened);
    private final WebSession web = new WebSession();

    @AfterEach
    void endAll() {
        OpenLocks.forgetAll();
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
        assertThat(second.id()).isEqualTo("1");
        assertThat(second.isOpen()).isTrue();
        assertThat(opened.names).containsExactly("opened 1", "closed 1", "moved 1");
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
    void followsTheHttpSessionFromAnotherNode() {
        web.attributes.put(HttpSessionLocks.ATTRIBUTE, new LockMark("7", "secret", "of another node"));
        LockSession session = locks.of(web.proxy());
        assertThat(session.id()).isEqualTo("7");
        assertThat(locks.of(web.proxy())).isSameAs(session);
        assertThat(opened.names).containsExactly("moved 7");
        web.invalidate();
        assertThat(opened.names).containsExactly("moved 7", "closed 7");
    }

    @Test
    void isFetchedAgainWhenItHasMovedAwayAndComesBack() {
        LockSession session = locks.of(web.proxy());
        opened.closed.add("1"); // given up: another node has it
        LockMark here = (LockMark) web.attributes.get(HttpSessionLocks.ATTRIBUTE);
        web.attributes.put(HttpSessionLocks.ATTRIBUTE, new LockMark(here.session(), here.secret(), "there"));
        assertThat(locks.of(web.proxy())).isNotSameAs(session);
        assertThat(opened.names).containsExactly("opened 1", "moved 1");
    }

    @Test
    void endsElsewhereWhenTheHttpSessionEndsHere() {
        web.attributes.put(HttpSessionLocks.ATTRIBUTE, new LockMark("7", "secret", "of another node"));
        web.invalidate();
        assertThat(opened.names).containsExactly("ended 7 secret");
    }

    @Test
    void doesNotTellItsSecretToTheLog() {
        assertThat(new LockMark("7", "secret", "o").toString()).doesNotContain("secret");
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

    /** Sessions that only write down what becomes of them. */
    private static final class Sessions implements MovableSessions {

        private final List<String> names = new ArrayList<>();
        private final Set<String> closed = new HashSet<>();
        private int last;

        @Override
        public LockSession open(String secret) {
            assertThat(secret).hasSizeGreaterThanOrEqualTo(SHORTEST_SECRET);
            last++;
            return session("opened", Integer.toString(last));
        }

        @Override
        public LockSession move(String session, String secret) {
            return session("moved", session);
        }

        @Override
        public void end(String session, String secret) {
            names.add("ended " + session + " " + secret);
        }

        private LockSession session(String how, String id) {
            names.add(how + " " + id);
            closed.remove(id);
            return (LockSession) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {LockSession.class},
                    (proxy, method, args) -> switch (method.getName()) {
                        case "close" -> close(id);
                        case "isOpen" -> !closed.contains(id);
                        case "id" -> id;
                        case "equals" -> proxy == args[0];
                        case "hashCode" -> id.hashCode();
                        default -> null;
                    });
        }

        private Object close(String id) {
            if (closed.add(id)) {
                names.add("closed " + id);
            }
            return null;
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
                            case "getId" -> "web";
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
