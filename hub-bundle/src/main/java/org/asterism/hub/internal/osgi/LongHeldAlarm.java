package org.asterism.hub.internal.osgi;

import java.util.Optional;
import java.util.stream.Collectors;
import org.asterism.hub.internal.HubHealth;
import org.asterism.lock.LockServer;
import org.asterism.lock.LongHeldLocks;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** A hub is not well while locks are held for longer than it is configured to bear. */
@Component(service = HubHealth.class)
public final class LongHeldAlarm implements HubHealth {

    private static final int MOST = 3;

    private final LockServer locks;

    /** @param locks that of this container */
    @Activate
    public LongHeldAlarm(@Reference(target = "(!(service.imported=*))") LockServer locks) {
        this.locks = locks;
    }

    @Override
    public Optional<String> problem() {
        LongHeldLocks held = locks.longHeld();
        return held.locks().isEmpty() ? Optional.empty() : Optional.of(text(held));
    }

    private static String text(LongHeldLocks held) {
        String names = held.locks().stream()
                .limit(MOST)
                .map(lock -> lock.key().toString())
                .collect(Collectors.joining(", ", "", held.locks().size() > MOST ? ", …" : ""));
        return "locks are held for more than " + held.age().toMillis() + " ms: " + names
                + "; see asterism:locks --long-held";
    }
}
