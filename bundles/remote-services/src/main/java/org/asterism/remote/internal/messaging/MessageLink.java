package org.asterism.remote.internal.messaging;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.asterism.messaging.HubUnavailableException;
import org.asterism.messaging.MessageService;

/** The message service, which may come later than those who use it and go before them. */
public final class MessageLink {

    private final AtomicReference<State> current = new AtomicReference<>();

    private record State(MessageService messages, boolean encrypted) {}

    /** @param encrypted whether nobody between the members can read what passes */
    public void attach(MessageService messages, boolean encrypted) {
        current.set(new State(messages, encrypted));
    }

    /** Ends what {@link #attach} began, unless another message service has taken over. */
    public void detach(MessageService messages) {
        State state = current.get();
        if (state != null && state.messages().equals(messages)) {
            current.compareAndSet(state, null);
        }
    }

    /** Whether the link is encrypted; empty while there is none. */
    public Optional<Boolean> encrypted() {
        return Optional.ofNullable(current.get()).map(State::encrypted);
    }

    /** @throws HubUnavailableException if there is none */
    MessageService messages() {
        State state = current.get();
        if (state == null) {
            throw new HubUnavailableException("this container has no message service yet");
        }
        return state.messages();
    }
}
