package org.asterism.hub.internal.artemis;

import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.ICoreMessage;
import org.apache.activemq.artemis.api.core.Message;
import org.apache.activemq.artemis.core.postoffice.RoutingStatus;
import org.apache.activemq.artemis.core.remoting.FailureListener;
import org.apache.activemq.artemis.core.server.RoutingContext;
import org.apache.activemq.artemis.core.server.ServerSession;
import org.apache.activemq.artemis.core.server.plugin.ActiveMQServerPlugin;
import org.apache.activemq.artemis.core.transaction.Transaction;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Addresses;

/** Sees what goes through the broker, so that the hub needs no queues and no connection of its own. */
final class BrokerTap implements ActiveMQServerPlugin {

    private static final String HUB = Addresses.member(MemberId.HUB);

    private final BrokerListener listener;

    BrokerTap(BrokerListener listener) {
        this.listener = listener;
    }

    @Override
    public void afterCreateConnection(RemotingConnection connection) {
        String id = String.valueOf(connection.getID());
        connection.addFailureListener(new ConnectionEnd(cause -> listener.closed(id, cause)));
        connection.addCloseListener(() -> listener.closed(id, "the connection was closed"));
    }

    @Override
    public void beforeSend(ServerSession session, Transaction tx, Message message, boolean direct, boolean noCreate) {
        String address = message.getAddress();
        if (Addresses.CONTROL.equals(address)) {
            String connection = String.valueOf(session.getRemotingConnection().getID());
            listener.control(connection, session.getUsername(), body(message));
        } else if (HUB.equals(address)) {
            listener.unicast(body(message));
        }
    }

    @Override
    public void afterMessageRoute(
            Message message, RoutingContext context, boolean direct, boolean rejectDuplicates, RoutingStatus result) {
        String address = message.getAddress();
        if (Addresses.isTopic(address)) {
            published(Addresses.topicOf(address), message);
        } else if (!Addresses.isMember(address)) {
            return;
        } else if (result == RoutingStatus.NO_BINDINGS && !HUB.equals(address)) {
            listener.unroutable(body(message));
        }
        if (result == RoutingStatus.OK || HUB.equals(address)) {
            listener.carried();
        }
    }

    private void published(String topic, Message message) {
        if (listener.hears(topic)) {
            listener.published(topic, body(message));
        }
    }

    private static byte[] body(Message message) {
        ICoreMessage core = message.toCore();
        var buffer = core.getReadOnlyBodyBuffer();
        byte[] bytes = new byte[buffer.readableBytes()];
        buffer.readBytes(bytes);
        return bytes;
    }

    private record ConnectionEnd(java.util.function.Consumer<String> end) implements FailureListener {

        @Override
        public void connectionFailed(ActiveMQException exception, boolean failedOver) {
            end.accept("the connection broke: " + exception.getMessage());
        }

        @Override
        public void connectionFailed(ActiveMQException exception, boolean failedOver, String scaleDownTargetNodeID) {
            connectionFailed(exception, failedOver);
        }
    }
}
