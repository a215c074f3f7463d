package org.asterism.hub.internal.traffic;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.protocol.Addresses;
import org.asterism.protocol.CodecException;
import org.asterism.protocol.Envelope;
import org.asterism.protocol.Envelope.Kind;
import org.asterism.protocol.frame.Run;

/** Finds the receivers of a run and hands it to them; tells a requester at once if there is none. Thread-safe. */
final class Router {

    private static final byte[] NOTHING = {};

    private final Routes routes;
    private final TrafficCounters counters;
    private final HubVoice voice;
    private volatile Station self;

    Router(Routes routes, TrafficCounters counters, HubVoice voice) {
        this.routes = routes;
        this.counters = counters;
        this.voice = voice;
    }

    void self(Station station) {
        self = station;
    }

    Station self() {
        return self;
    }

    /** Returns who got it. */
    List<Station> route(Station from, Run run, Consignment consignment) throws CodecException {
        Kind kind = run.kind();
        List<Station> receivers = receivers(run);
        if (receivers.isEmpty()) {
            refuse(from, run, kind);
            return receivers;
        }
        if (isChosen(run)) {
            answer(from, run, Kind.ROUTED, receivers.get(0).id());
        }
        for (Station receiver : receivers) {
            if (kind.oneWay()) {
                receiver.takeOneWay(run, consignment);
            } else {
                receiver.take(run);
            }
        }
        counters.carried(receivers.size());
        return receivers;
    }

    /** Hands what the hub itself says to one member, and nobody confirms, to it; empty if it is not there. */
    Optional<Station> say(String address, Envelope message) {
        Optional<Station> receiver = routes.member(address);
        receiver.ifPresent(station -> {
            station.take(address, message);
            counters.carried(1);
        });
        return receiver;
    }

    private List<Station> receivers(Run run) {
        String address = run.address();
        return switch (Addresses.letter(address)) {
            case Addresses.ONE_MEMBER -> list(routes.member(address));
            case Addresses.TOPIC -> routes.listeners(Addresses.rest(address));
            case Addresses.ONE_LISTENER -> list(routes.listener(Addresses.rest(address)));
            case Addresses.ONE_SERVER -> list(routes.server(Addresses.rest(address)));
            default -> Addresses.recipients(address).map(routes::recipients).orElse(List.of());
        };
    }

    private static List<Station> list(Optional<Station> station) {
        return station.map(List::of).orElse(List.of());
    }

    private static boolean isChosen(Run run) {
        char letter = Addresses.letter(run.address());
        return letter == Addresses.ONE_LISTENER || letter == Addresses.ONE_SERVER;
    }

    private void refuse(Station from, Run run, Kind kind) throws CodecException {
        counters.refused();
        if (kind == Kind.REQUEST || kind == Kind.OFFER) {
            answer(from, run, Kind.NO_LISTENER, MemberId.HUB);
        }
    }

    private void answer(Station to, Run requests, Kind kind, MemberId subject) throws CodecException {
        byte[] payload = kind == Kind.ROUTED ? subject.value().getBytes(StandardCharsets.UTF_8) : NOTHING;
        for (Envelope request : requests.envelopes()) {
            to.take(voice.answer(request, kind, payload));
        }
    }
}
