package org.asterism.messaging;

import org.asterism.cluster.Member;
import org.asterism.cluster.MemberKind;

/** Several members at once; who they are is decided when the hub carries the message. The hub itself is none of them. */
public sealed interface Recipients {

    /** Whether this member is one of them. */
    default boolean include(Member member) {
        if (this instanceof OfInstance of) {
            return member.instance().filter(of.instance()::equals).isPresent();
        }
        return !(this instanceof OfKind of) || member.kind() == of.kind();
    }

    /** Every member. */
    record Everyone() implements Recipients {}

    /** An instance and its server nodes. */
    record OfInstance(String instance) implements Recipients {}

    /** All members of one kind. */
    record OfKind(MemberKind kind) implements Recipients {}

    static Recipients everyone() {
        return new Everyone();
    }

    static Recipients ofInstance(String instance) {
        return new OfInstance(instance);
    }

    static Recipients ofKind(MemberKind kind) {
        return new OfKind(kind);
    }
}
