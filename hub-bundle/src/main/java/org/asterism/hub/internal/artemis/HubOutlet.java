package org.asterism.hub.internal.artemis;

import java.util.function.Consumer;
import org.asterism.hub.internal.traffic.Switchboard;
import org.asterism.protocol.ControlMessage;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.member.Outlet;

/** The hub's own link: straight into its switchboard. */
final class HubOutlet implements Outlet {

    private final Consumer<ControlMessage> control;
    private final Switchboard switchboard;

    HubOutlet(Consumer<ControlMessage> control, Switchboard switchboard) {
        this.control = control;
        this.switchboard = switchboard;
    }

    @Override
    public boolean congested() {
        return false; // the switchboard takes it at once
    }

    @Override
    public void control(ControlMessage message) {
        control.accept(message);
    }

    @Override
    public boolean message(String address, Envelope message, long position) {
        switchboard.send(address, message);
        return true;
    }

    @Override
    public void interest(String address, String topic) {
        switchboard.interest(address, topic);
    }
}
