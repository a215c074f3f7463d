package org.asterism.protocol;

import java.util.Optional;
import org.asterism.cluster.MemberId;
import org.asterism.cluster.MemberKind;
import org.asterism.messaging.Recipients;

/** Where a run of a frame goes: one letter says what the rest is. */
public final class Addresses {

    /** The broker's address of frames, in both directions; no queue is ever bound to it. */
    public static final String FRAMES = "hub.frames";

    /** Control messages of a member. */
    public static final String CONTROL = "c";

    /** What the hub tells. */
    public static final String HUB = "h";

    /** Patterns to hear from now on, and no longer. */
    public static final String LISTEN = "+l";

    public static final String UNLISTEN = "-l";

    /** Topics to answer from now on, and no longer. */
    public static final String SERVE = "+s";

    public static final String UNSERVE = "-s";

    /** The letters of addresses of messages. */
    public static final char ONE_MEMBER = 'm';

    public static final char TOPIC = 't';
    public static final char ONE_LISTENER = 'q';
    public static final char ONE_SERVER = 's';
    private static final char INSTANCE = 'i';
    private static final char KIND = 'k';
    private static final char EVERYONE = 'e';

    private Addresses() {}

    /** One member. */
    public static String member(MemberId id) {
        return address(ONE_MEMBER, id.value());
    }

    /** Everyone who listens to the topic. */
    public static String topic(String topic) {
        return address(TOPIC, topic);
    }

    /** One who listens to the topic. */
    public static String listener(String topic) {
        return address(ONE_LISTENER, topic);
    }

    /** One who serves the topic. */
    public static String server(String topic) {
        return address(ONE_SERVER, topic);
    }

    /** Several members. */
    public static String of(Recipients recipients) {
        if (recipients instanceof Recipients.OfInstance instance) {
            return address(INSTANCE, instance.instance());
        }
        return recipients instanceof Recipients.OfKind kind
                ? address(KIND, kind.kind().label())
                : address(EVERYONE, "");
    }

    /** Empty if it is not the address of several members. */
    public static Optional<Recipients> recipients(String address) {
        return switch (letter(address)) {
            case EVERYONE -> Optional.of(Recipients.everyone());
            case INSTANCE -> Optional.of(Recipients.ofInstance(rest(address)));
            case KIND -> Optional.of(Recipients.ofKind(MemberKind.ofLabel(rest(address))));
            default -> Optional.empty();
        };
    }

    /** Whether it is one of {@link #LISTEN} and its like. */
    public static boolean isInterest(String address) {
        return address.startsWith("+") || address.startsWith("-");
    }

    private static String address(char letter, String rest) {
        return letter + ":" + rest;
    }

    /** What is behind the letter. */
    public static String rest(String address) {
        return address.substring(2);
    }

    /** The letter; a blank if there is none. */
    public static char letter(String address) {
        return address.length() < 2 || address.charAt(1) != ':' ? ' ' : address.charAt(0);
    }
}
