package org.asterism.protocol;

import org.asterism.cluster.MemberId;
import org.asterism.messaging.Recipients;

/** Where a run of a frame goes: one letter says what the rest is. */
public final class Addresses {

    /** The broker's address to which members send their frames. */
    public static final String FRAMES = "hub.frames";

    /** The broker's address of the queues in which members hear the hub. */
    public static final String INBOXES = "hub.inboxes";

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

    private static final String EVERYONE = "e:";

    private Addresses() {}

    /** One member. */
    public static String member(MemberId id) {
        return "m:" + id.value();
    }

    /** Everyone who listens to the topic. */
    public static String topic(String topic) {
        return "t:" + topic;
    }

    /** One who listens to the topic. */
    public static String listener(String topic) {
        return "q:" + topic;
    }

    /** One who serves the topic. */
    public static String server(String topic) {
        return "s:" + topic;
    }

    /** Several members. */
    public static String of(Recipients recipients) {
        if (recipients instanceof Recipients.OfInstance instance) {
            return "i:" + instance.instance();
        }
        return recipients instanceof Recipients.OfKind kind ? "k:" + kind.kind().label() : EVERYONE;
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
