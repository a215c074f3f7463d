/**
 * The HTTP front on Netty: {@link org.asterism.dispatcher.internal.netty.NettyDispatcher} listens, each
 * {@code FrontConnection} (HTTP/1.1) runs one {@code Exchange} after the other and each {@code FrontStream} (HTTP/2) one, each {@code Attempt} of one uses a
 * {@code BackConnection}.
 *
 * <p>Invariants: all objects of one client connection, the connections to targets among them, live on one event loop and
 * are touched by no other thread; nothing is aggregated; a side that does not take what it gets stops the other side's
 * reads.
 */
@Header(name = Constants.IMPORT_PACKAGE, value = "io.netty.channel.epoll;resolution:=optional,*")
package org.asterism.dispatcher.internal.netty;

import org.osgi.annotation.bundle.Header;
import org.osgi.framework.Constants;
