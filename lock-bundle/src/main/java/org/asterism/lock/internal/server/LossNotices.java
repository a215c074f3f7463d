package org.asterism.lock.internal.server;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asterism.cluster.MemberId;
import org.asterism.lock.internal.LockEffect.Lost;
import org.asterism.lock.internal.cbor.LockCodec;
import org.asterism.lock.internal.cbor.LostNotice;
import org.asterism.lock.internal.cbor.Topics;
import org.asterism.messaging.MessageService;
import org.asterism.messaging.MessagingException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells members which of their locks were taken from them. One that cannot be told hears of it when it renews its lease. */
final class LossNotices {

    private static final Logger LOG = LoggerFactory.getLogger(LossNotices.class);
    private static final int MAX_TOGETHER = 1_000;

    private final MessageService messages;
    private final LockCodec codec;

    LossNotices(MessageService messages, LockCodec codec) {
        this.messages = messages;
        this.codec = codec;
    }

    void tell(List<Outcome> outcomes) {
        Map<MemberId, List<LostNotice.Lost>> byMember = new LinkedHashMap<>();
        for (Outcome outcome : outcomes) {
            if (outcome.effect() instanceof Lost lost) {
                byMember.computeIfAbsent(lost.ticket().owner().member(), member -> new ArrayList<>())
                        .add(new LostNotice.Lost(lost.ticket().request(), lost.token(), lost.cause(), lost.reason()));
            }
        }
        byMember.forEach(this::tell);
    }

    private void tell(MemberId member, List<LostNotice.Lost> lost) {
        try {
            for (int from = 0; from < lost.size(); from += MAX_TOGETHER) {
                List<LostNotice.Lost> part = lost.subList(from, Math.min(lost.size(), from + MAX_TOGETHER));
                messages.send(member, Topics.LOST, codec.encode(new LostNotice(part)));
            }
        } catch (MessagingException e) {
            LOG.info("{} is not told of {} locks that it lost: {}", member, lost.size(), e.getMessage(), e);
        }
    }
}
