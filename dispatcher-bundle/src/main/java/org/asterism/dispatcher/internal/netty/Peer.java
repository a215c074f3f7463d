package org.asterism.dispatcher.internal.netty;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.asterism.dispatcher.internal.TrustedProxies;

/**
 * Who is at the other end of a connection, made once for it.
 *
 * @param address the client's, or that of a proxy in front of it
 * @param self our own address and port, as a host
 * @param secure whether nobody can read what goes over the network
 * @param trusted whether it is believed what it says of others
 */
record Peer(String address, String self, boolean secure, boolean trusted) {

    static Peer of(InetSocketAddress remote, InetSocketAddress local, boolean secure, TrustedProxies proxies) {
        InetAddress address = remote.getAddress();
        return new Peer(
                address.getHostAddress(),
                host(local.getAddress()) + ":" + local.getPort(),
                secure,
                proxies.trusts(address));
    }

    private static String host(InetAddress address) {
        String text = address.getHostAddress();
        return text.indexOf(':') < 0 ? text : "[" + text + "]";
    }

    String scheme() {
        return secure ? "https" : "http";
    }

    /** As a parameter of {@code Forwarded} (RFC 7239, 6). */
    String forwardedFor() {
        return nodeName(address);
    }

    static String nodeName(String address) {
        return address.indexOf(':') < 0 ? address : "\"[" + address + "]\"";
    }
}
