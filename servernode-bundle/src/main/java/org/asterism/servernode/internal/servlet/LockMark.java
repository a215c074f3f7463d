package org.asterism.servernode.internal.servlet;

import java.io.Serializable;
import javax.servlet.http.HttpSessionBindingEvent;
import javax.servlet.http.HttpSessionBindingListener;

/**
 * Says in an HTTP session which lock session belongs to it.
 *
 * @param session its id, unique in the cluster
 */
record LockMark(String session) implements Serializable, HttpSessionBindingListener {

    @Override
    public void valueUnbound(HttpSessionBindingEvent event) {
        OpenLocks.end(session);
    }
}
