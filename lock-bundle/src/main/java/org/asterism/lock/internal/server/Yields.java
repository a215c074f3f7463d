package org.asterism.lock.internal.server;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.asterism.lock.internal.LockCommand.Yielded;
import org.asterism.lock.internal.LockEffect.Yield;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.Topics;
import org.asterism.lock.internal.cbor.YieldRequest;
import org.asterism.messaging.MessageService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks members to give up sessions that move. One that does not answer is asked again, or its lease ends. */
final class Yields {

    private static final Logger LOG = LoggerFactory.getLogger(Yields.class);
    private static final Duration ANSWER = Duration.ofSeconds(2);

    private final MessageService messages;
    private final LockCodec codec;
    private final Consumer<Yielded> yielded;

    Yields(MessageService messages, LockCodec codec, Consumer<Yielded> yielded) {
        this.messages = messages;
        this.codec = codec;
        this.yielded = yielded;
    }

    void ask(List<Outcome> outcomes) {
        for (Outcome outcome : outcomes) {
            if (outcome.effect() instanceof Yield asked) {
                ask(asked);
            }
        }
    }

    private void ask(Yield asked) {
        messages.request(asked.from().member(), Topics.YIELD, codec.encode(new YieldRequest(asked.session())), ANSWER)
                .whenComplete((answer, failure) -> {
                    if (failure == null) {
                        yielded.accept(new Yielded(asked.from(), asked.session(), asked.number()));
                    } else {
                        LOG.info(
                                "{} has not given up session {} yet: {}",
                                asked.from(),
                                asked.session(),
                                failure.toString());
                    }
                });
    }
}
