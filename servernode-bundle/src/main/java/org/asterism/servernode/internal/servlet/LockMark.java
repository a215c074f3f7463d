package org.asterism.servernode.internal.servlet;

import java.io.Serializable;
import javax.servlet.http.HttpSessionBindingEvent;
import javax.servlet.http.HttpSessionBindingListener;

/**
 * Says in an HTTP session which lock session belongs to it, and lets every node take that over that may read it.
 *
 * @param session its id, unique in the cluster
 * @param secret of the lock session
 * @param opening where and when it came to the node that has it, told apart from all others
 */
record LockMark(String session, String secret, String opening) implements Serializable, HttpSessionBindingListener {

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        OpenLocks.unbound(this);
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return session + " " + opening;
    }
}
