package org.asterism.dispatcher.internal.netty;

import org.asterism.dispatcher.internal.AccessEntry;

/** What the access log tells of an answer. */
final class Answered {

    private int status;
    private long bytes;
    private String node = "";
    private boolean told;

    void by(String target, int code) {
        node = target;
        status = code;
    }

    void ours(int code, long body) {
        status = code;
        bytes = body;
    }

    void add(long more) {
        bytes += more;
    }

    /** Nothing follows. */
    void end(Exchange exchange, Client client, Followed followed, int tries) {
        Routing routing = client.loop().routing();
        if (told || !routing.logs()) {
            return;
        }
        told = true;
        long nanos = System.nanoTime() - exchange.begun();
        RequestHead head = exchange.head();
        routing.log(new AccessEntry(
                System.currentTimeMillis() - nanos / 1_000_000,
                client.peer().address(),
                head.request().method().name(),
                head.request().uri(),
                client.protocol(head),
                status,
                head.isHead() ? 0 : bytes,
                nanos,
                node,
                tries,
                followed.requestId(),
                followed.trace(),
                head.request().headers()::get));
    }
}
