package org.asterism.dispatcher.internal.netty;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.handler.codec.haproxy.HAProxyMessageDecoder;
import io.netty.handler.ssl.SniHandler;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.asterism.dispatcher.internal.FrontSettings;

/** What connections go through until they speak HTTP: the PROXY protocol if a trusted proxy sends it, TLS on its port. */
final class Entrance extends ChannelInitializer<Channel> {

    /** More than a ClientHello has, whatever keys and tickets are in it. */
    private static final int MAX_HELLO_BYTES = 1 << 16;

    private static final long HANDSHAKE_MILLIS = 10_000;

    private final FrontGate gate;
    private final Optional<TlsCertificates> certificates;

    Entrance(FrontGate gate, Optional<TlsCertificates> certificates) {
        this.gate = gate;
        this.certificates = certificates;
    }

    @Override
    protected void initChannel(Channel channel) {
        if (!gate.admit(channel)) {
            return;
        }
        if (certificates.isEmpty()) {
            channel.config().setOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        }
        if (speaksProxyProtocol(channel)) {
            channel.pipeline().addLast(new HAProxyMessageDecoder(), new ProxyProtocol(this));
        } else {
            enter(channel.pipeline());
        }
    }

    private boolean speaksProxyProtocol(Channel channel) {
        FrontSettings front = gate.settings().front();
        return front.proxyProtocol()
                && channel.remoteAddress() instanceof InetSocketAddress remote
                && front.trusted().trusts(remote.getAddress());
    }

    /** It is known now who the client is. */
    void enter(ChannelPipeline pipeline) {
        if (certificates.isPresent()) {
            pipeline.addLast(
                    new SniHandler(certificates.get(), MAX_HELLO_BYTES, HANDSHAKE_MILLIS), new ProtocolChoice(gate));
        } else {
            gate.http1(pipeline, false);
        }
    }
}
