package org.asterism.hub.internal;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;

/** A connection: in order each way, as slow as it likes, and each end learns late that it is broken. */
final class ModelLink {

    final String id;
    final ModelHub hub;
    final ModelNode node;
    /** What is on the way to the hub; empty stands for the end. */
    private final Deque<Optional<ControlMessage>> up = new ArrayDeque<>();
    /** What is on the way to the member; empty stands for the end. */
    private final Deque<Optional<HubMessage>> down = new ArrayDeque<>();

    private boolean openAtHub = true;
    private boolean openAtNode = true;

    ModelLink(String id, ModelHub hub, ModelNode node) {
        this.id = id;
        this.hub = hub;
        this.node = node;
    }

    void toHub(ControlMessage message) {
        if (openAtNode && openAtHub) {
            up.add(Optional.of(message));
        }
    }

    void toNode(HubMessage message) {
        if (openAtNode && openAtHub) {
            down.add(Optional.of(message));
        }
    }

    /** The member's end is closed; what it said before may still arrive. */
    void closeAtNode(boolean losingWhatIsOnTheWay) {
        if (losingWhatIsOnTheWay) {
            up.clear();
        }
        openAtNode = false;
        down.clear();
        if (openAtHub) {
            up.add(Optional.empty());
        }
    }

    /** The hub's end is closed; what it said before may still arrive. */
    void closeAtHub(boolean losingWhatIsOnTheWay) {
        if (losingWhatIsOnTheWay) {
            down.clear();
        }
        openAtHub = false;
        up.clear();
        if (openAtNode) {
            down.add(Optional.empty());
        }
    }

    boolean idle() {
        return up.isEmpty() && down.isEmpty();
    }

    /** Forgets the next message to the member if it is an event. */
    void loseEvent() {
        if (!down.isEmpty() && down.peek().filter(HubEvent.class::isInstance).isPresent()) {
            down.poll();
        }
    }

    void repeatToNode() {
        if (!down.isEmpty() && down.peek().isPresent()) {
            down.addFirst(down.peek());
        }
    }

    void deliverToHub() {
        if (!up.isEmpty() && openAtHub) {
            up.poll().ifPresentOrElse(message -> hub.hear(this, message), () -> {
                openAtHub = false;
                down.clear();
                hub.closed(this, "cut");
            });
        }
    }

    void deliverToNode() {
        if (!down.isEmpty() && openAtNode) {
            down.poll().ifPresentOrElse(node::hear, () -> {
                openAtNode = false;
                up.clear();
                node.disconnected("the connection ended");
            });
        }
    }

    /** Neither end can hear anything more. */
    boolean over() {
        return !openAtHub && !openAtNode;
    }
}
