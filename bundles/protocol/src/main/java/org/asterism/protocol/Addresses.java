package org.asterism.protocol;

import org.asterism.cluster.MemberId;

/** The addresses of the message server. */
public final class Addresses {

    /** Members tell the hub about themselves. */
    public static final String CONTROL = "hub.control";

    /** The hub tells everyone of changes. */
    public static final String EVENTS = "hub.events";

    private static final String MEMBER = "member.";
    private static final String TOPIC = "topic.";

    private Addresses() {}

    /** Unicast to one member. */
    public static String member(MemberId id) {
        return MEMBER + id.value();
    }

    /** Multicast to everyone who listens to the topic; also takes a pattern. */
    public static String topic(String topic) {
        return TOPIC + topic;
    }

    /** The queue in which one connection hears the hub; unique for each connection. */
    public static String inbox(String connection) {
        return "inbox." + connection;
    }

    /** Reaches one inbox alone, in order with the events that go to all. */
    public static String privateTo(String inbox) {
        return EVENTS + "::" + inbox;
    }

    /** Whether this is the unicast address of some member. */
    public static boolean isMember(String address) {
        return address.startsWith(MEMBER);
    }

    /** Whether this is the address of a topic. */
    public static boolean isTopic(String address) {
        return address.startsWith(TOPIC);
    }

    /** The topic of such an address. */
    public static String topicOf(String address) {
        return address.substring(TOPIC.length());
    }
}
