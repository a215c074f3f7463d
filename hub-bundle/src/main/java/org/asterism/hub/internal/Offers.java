package org.asterism.hub.internal;

import java.util.Collection;
import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.ServiceEntry;
import org.asterism.protocol.HubEvent;
import org.asterism.protocol.HubMessage;

/** Takes the offers of members and of the hub into the service list, as far as they are allowed. */
final class Offers {

    private static final int SCALAR_SIZE = 8;

    private final ServiceList services;
    private final MembershipLimits limits;
    private final EffectLog log;

    Offers(ServiceList services, MembershipLimits limits, EffectLog log) {
        this.services = services;
        this.limits = limits;
        this.log = log;
    }

    /** What a member offers when it registers: it is announced with the member. */
    void register(Registration owner, Collection<ServiceEntry> offered) {
        services.withdrawAll(owner.id());
        offered.forEach(service -> offer(owner, service));
    }

    /** A member offers a service, or other properties of one that it offers. */
    void publish(Registration owner, ServiceEntry service) {
        offer(owner, service).ifPresent(outcome -> announce(owned(owner, service), outcome));
    }

    /** The hub itself offers a service. */
    void publish(ServiceEntry service) {
        announce(service, services.offer(service));
    }

    void withdraw(String id, MemberId owner) {
        if (services.withdraw(id, owner)) {
            log.announce((e, r) -> new HubEvent.ServiceRemoved(e, r, id));
        }
    }

    /** Empty if it is refused. */
    private Optional<ServiceList.Outcome> offer(Registration owner, ServiceEntry service) {
        Optional<String> refusal = refusal(owner.id(), service);
        if (refusal.isPresent()) {
            log.answer(owner.connection(), new HubMessage.ServiceRefused(service.id(), refusal.get()));
            return Optional.empty();
        }
        return Optional.of(services.offer(owned(owner, service)));
    }

    private Optional<String> refusal(MemberId owner, ServiceEntry service) {
        Optional<MemberId> holder = services.owner(service.id());
        if (holder.filter(other -> !other.equals(owner)).isPresent()) {
            return Optional.of("already offered by " + holder.get());
        }
        if (holder.isEmpty() && services.count(owner) >= limits.servicesPerMember()) {
            return Optional.of(
                    owner + " offers " + services.count(owner) + " services already, and no more are allowed");
        }
        long size = size(service.id())
                + size(service.interfaces())
                + size(service.properties().keySet())
                + size(service.properties().values());
        return size > limits.serviceSize()
                ? Optional.of("its properties are too long: " + size + " of " + limits.serviceSize() + " characters")
                : Optional.empty();
    }

    private void announce(ServiceEntry service, ServiceList.Outcome outcome) {
        if (outcome == ServiceList.Outcome.ADDED) {
            log.announce((e, r) -> new HubEvent.ServiceAdded(e, r, service));
        } else if (outcome == ServiceList.Outcome.CHANGED) {
            log.announce((e, r) -> new HubEvent.ServiceChanged(e, r, service));
        }
    }

    /** A member offers in its own name only. */
    private static ServiceEntry owned(Registration owner, ServiceEntry service) {
        return new ServiceEntry(service.id(), service.interfaces(), owner.id(), service.properties());
    }

    private static long size(Object value) {
        if (value instanceof Collection<?> values) {
            return values.stream().mapToLong(Offers::size).sum();
        }
        return value instanceof String text ? text.length() : SCALAR_SIZE;
    }
}
