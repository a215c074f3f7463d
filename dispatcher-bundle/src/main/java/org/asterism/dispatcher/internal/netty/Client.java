package org.asterism.dispatcher.internal.netty;

import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpContent;

/**
 * Who has sent the request of an exchange and gets its answer: a connection of HTTP/1.1, or a stream of HTTP/2. Used on the event
 * loop of its channel only.
 */
interface Client {

    Loop loop();

    Channel channel();

    /** Who is at its other end. */
    Peer peer();

    /** Whether nobody can read what goes over the network. */
    boolean isSecure();

    /** Whether a plain answer can go to it as the bytes it is. */
    boolean takesBytes();

    /** What it speaks, as the access log calls it. */
    String protocol(RequestHead head);

    /** Whether it takes more of the answer now. */
    boolean isWritable();

    /** A part of the answer. */
    void write(Object message);

    /** A whole answer, with these lines, each with its line end, at the end of its head. Only if {@link #takesBytes}. */
    void write(PlainAnswer answer, String lines);

    void flush();

    /** Gives a part of the body back; it will come again. */
    void unread(HttpContent content);

    /** Passes on what the exchange takes now. */
    void drain();

    /** The exchange is over on both sides. */
    void finished(boolean keepAlive);

    /** The answer is complete and the request is not: no more of that is wanted, but the client can read the answer. */
    void closeGently();

    /**
     * The client must not take what it has got for a whole answer.
     *
     * @param delimited whether the end of the connection would not make it one
     */
    void abort(boolean delimited);

    /** Becomes one end of a tunnel. */
    void unwrap(Tunnel tunnel);
}
