package org.asterism.hub.internal.artemis;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.activemq.artemis.api.core.ActiveMQBuffer;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ActiveMQSecurityException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Interceptor;
import org.apache.activemq.artemis.core.protocol.core.CoreRemotingConnection;
import org.apache.activemq.artemis.core.protocol.core.Packet;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.ActiveMQExceptionMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.CreateSessionMessage;
import org.apache.activemq.artemis.core.protocol.core.impl.wireformat.SessionSendMessage;
import org.apache.activemq.artemis.core.remoting.FailureListener;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.asterism.protocol.Addresses;

/**
 * Takes the frames of members from the network thread, before the broker sees them. Everything else, such as logging in and
 * signs of life, goes on to the broker; only who will not be let in is told the reason here.
 */
final class PacketTap implements Interceptor, ActiveMQServerPlugin {

    private final WireListener listener;
    private final ClusterSecurityManager security;
    private final Map<Object, MemberWire> wires = new ConcurrentHashMap<>();

    PacketTap(WireListener listener, ClusterSecurityManager security) {
        this.listener = listener;
        this.security = security;
    }

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        String id = String.valueOf(connection.getID());
        MemberWire wire = new MemberWire(connection, () -> listener.writable(id));
        wires.put(connection.getID(), wire);
        listener.connected(id, wire);
        connection.addFailureListener(new ConnectionEnd(cause -> closed(connection, cause)));
        connection.addCloseListener(() -> closed(connection, "the connection was closed"));
    }

    @Override
    public void afterCreateSession(ServerSession session) {
        MemberWire wire = wires.get(session.getRemotingConnection().getID());
        if (wire != null) {
            wire.authenticated(session.getUsername());
        }
    }

    @Override
    public boolean intercept(Packet packet, RemotingConnection connection) throws ActiveMQException {
        MemberWire wire = wires.get(connection.getID());
        if (wire == null) {
            return true;
        }
        String id = String.valueOf(connection.getID());
        if (packet instanceof SessionSendMessage send
                && isFrame(send)
                && !wire.user().isEmpty()) {
            wire.heardOn(packet.getChannelID());
            listener.received(id, wire.user(), body(send.getMessage()));
            return false;
        }
        listener.alive(id);
        return !(packet instanceof CreateSessionMessage login) || mayLogIn(login, connection, wire);
    }

    /** The broker would refuse as well, but with words of its own, or with a stack trace if it stops just now. */
    private boolean mayLogIn(CreateSessionMessage login, RemotingConnection connection, MemberWire wire) {
        if (!listener.isOpen()) {
            wire.close("this hub is not the active one, or stops");
            return false;
        }
        Optional<String> objection = security.objection(login.getUsername(), login.getPassword(), connection);
        objection.ifPresent(why -> ((CoreRemotingConnection) connection)
                .getChannel(login.getChannelID(), -1)
                .send(new ActiveMQExceptionMessage(new ActiveMQSecurityException(why))));
        return objection.isEmpty();
    }

    private void closed(RemotingConnection connection, String cause) {
        if (wires.remove(connection.getID()) != null) {
            listener.closed(String.valueOf(connection.getID()), cause);
        }
    }

    private static boolean isFrame(SessionSendMessage send) {
        return Addresses.FRAMES.equals(send.getMessage().getAddress());
    }

    private static byte[] body(ICoreMessage message) {
        ActiveMQBuffer buffer = message.getReadOnlyBodyBuffer();
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    private record ConnectionEnd(java.util.function.Consumer<String> end) implements FailureListener {

        @Override
        public void connectionFailed(ActiveMQException exception, boolean failedOver) {
            String detail = exception.getMessage();
            end.accept("the connection broke" + (detail == null || detail.isBlank() ? "" : ": " + detail));
        }

        @Override
        public void connectionFailed(ActiveMQException exception, boolean failedOver, String scaleDownTargetNodeID) {
            connectionFailed(exception, failedOver);
        }
    }
}
