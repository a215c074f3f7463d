package org.asterism.hub.internal.artemis;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.member.Outlet;
import org.asterism.protocol.member.TopicPattern;

/** The hub's own link: straight into the broker of its own process. */
final class HubOutlet implements Outlet {

    private final Consumer<ControlMessage> control;
    private final BiConsumer<String, byte[]> route;
    private final List<TopicPattern> patterns = new CopyOnWriteArrayList<>();

    HubOutlet(Consumer<ControlMessage> control, BiConsumer<String, byte[]> route) {
        this.control = control;
        this.route = route;
    }

    /** The patterns that the hub's own listeners want. */
    List<TopicPattern> patterns() {
        return patterns;
    }

    @Override
    public boolean congested() {
        return false; // the broker takes it at once
    }

    @Override
    public void control(ControlMessage message) {
        control.accept(message);
    }

    @Override
    public void unicast(MemberId to, byte[] envelope) {
        route.accept(Addresses.member(to), envelope);
    }

    @Override
    public void publish(String topic, byte[] envelope) {
        route.accept(Addresses.topic(topic), envelope);
    }

    @Override
    public void subscribe(String pattern) {
        patterns.add(new TopicPattern(pattern));
    }

    @Override
    public void unsubscribe(String pattern) {
        patterns.remove(new TopicPattern(pattern));
    }
}
