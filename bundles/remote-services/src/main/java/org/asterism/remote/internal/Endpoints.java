package org.asterism.remote.internal;

/** The names under which endpoints are known. */
public final class Endpoints {

    /** The configuration type of endpoints that are reached over the hub. */
    public static final String CONFIG_TYPE = "asterism";

    /** Property of an imported service, {@code String}: the id of the member that offers it. */
    public static final String MEMBER = "asterism.member";

    /** Property of a service, a number or a string: how many milliseconds a call may take. */
    public static final String TIMEOUT = "osgi.basic.timeout";

    /** Property of a service, {@code Boolean}: its methods compute and return, they never wait for anything. */
    public static final String NONBLOCKING = "asterism.nonblocking";

    /** Property of the message service, {@code Boolean}: nobody between the members can read what passes. */
    public static final String ENCRYPTED = "asterism.link.encrypted";

    private static final String TOPIC = "asterism.rpc.";

    private Endpoints() {}

    /** The topic on which an endpoint answers requests. */
    public static String topic(String endpointId) {
        return TOPIC + endpointId;
    }

    /** Whether a property that is a {@code Boolean}, or its text, is set. */
    public static boolean isTrue(Object property) {
        return property != null && Boolean.parseBoolean(property.toString());
    }
}
