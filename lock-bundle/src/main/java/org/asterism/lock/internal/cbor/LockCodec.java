package org.asterism.lock.internal.cbor;

import java.util.Map;
import java.util.function.Function;

/** Turns the messages of this package into bytes and back. */
public final class LockCodec {

    private static final int MAX_BYTES = 1024 * 1024;

    private static final Map<Class<? extends LockMessage>, Function<CborReader, ? extends LockMessage>> READERS =
            Map.ofEntries(
                    Map.entry(AcquireAnswer.class, AcquireAnswer::read),
                    Map.entry(PromoteRequest.class, PromoteRequest::read),
                    Map.entry(CheckRequest.class, CheckRequest::read),
                    Map.entry(CheckAnswer.class, CheckAnswer::read),
                    Map.entry(DeclareRequest.class, DeclareRequest::read),
                    Map.entry(RenewRequest.class, RenewRequest::read),
                    Map.entry(LeaseAnswer.class, LeaseAnswer::read),
                    Map.entry(LostNotice.class, LostNotice::read),
                    Map.entry(MoveRequest.class, MoveRequest::read),
                    Map.entry(MoveAnswer.class, MoveAnswer::read),
                    Map.entry(AdoptRequest.class, AdoptRequest::read),
                    Map.entry(YieldRequest.class, YieldRequest::read),
                    Map.entry(StacksRequest.class, StacksRequest::read),
                    Map.entry(StacksAnswer.class, StacksAnswer::read));

    public byte[] encode(LockMessage message) {
        CborWriter out = new CborWriter();
        message.write(out);
        return out.toByteArray();
    }

    /** What came on {@link Topics#ACQUIRE}; otherwise like {@link #decode}. */
    public TableMessage table(byte[] bytes) {
        return TableMessage.read(reader(bytes));
    }

    /** What came of a request; otherwise like {@link #decode}. */
    public AcquireAnswer answer(byte[] bytes) {
        return AcquireAnswer.read(reader(bytes));
    }

    /** @throws IllegalArgumentException if the bytes are too many or are no such message */
    public <T extends LockMessage> T decode(byte[] bytes, Class<T> type) {
        Function<CborReader, ? extends LockMessage> read = READERS.get(type);
        if (read == null) {
            throw new IllegalArgumentException(type.getSimpleName() + " is not read by its type");
        }
        return type.cast(read.apply(reader(bytes)));
    }

    private static CborReader reader(byte[] bytes) {
        if (bytes.length > MAX_BYTES) {
            throw new IllegalArgumentException(bytes.length + " bytes are too many for a lock message");
        }
        return new CborReader(bytes);
    }
}
