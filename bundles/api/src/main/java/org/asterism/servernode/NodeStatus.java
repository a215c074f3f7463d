package org.asterism.servernode;

import java.net.URI;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asterism.cluster.MemberId;

/**
 * How a server node is.
 *
 * @param id such as {@code a/1}
 * @param reason why it is in this state; empty if nothing is to be said
 * @param url where its engine listens, once it is known
 * @param pid its process id; 0 if there is no process
 * @param restarts how often its process was started again since the instance began to look after it
 * @param applications the context paths that are deployed, sorted
 * @param weight its share of new requests relative to others; at least 1
 * @param since since when it is in this state, by the clock of its instance, for people
 * @param debug host and port where a debugger (JDWP) can attach to its process, if it was started for that
 */
public record NodeStatus(
        MemberId id,
        NodeState state,
        String reason,
        Hosting hosting,
        Optional<URI> url,
        long pid,
        int restarts,
        List<String> applications,
        int weight,
        Optional<Instant> since,
        Optional<String> debug) {

    /** Service property, {@code String}. */
    public static final String ID = "asterism.node.id";
    /** Service property, {@code String}: the name of the instance. */
    public static final String INSTANCE = "asterism.node.instance";
    /** Service property, {@code String}: a {@link NodeState}. */
    public static final String STATE = "asterism.node.state";
    /** Service property, {@code String}. */
    public static final String REASON = "asterism.node.reason";
    /** Service property, {@code String}: a {@link Hosting}. */
    public static final String HOSTING = "asterism.node.hosting";
    /** Service property, {@code String}; absent if not known. */
    public static final String URL = "asterism.node.url";
    /** Service property, {@code Long}. */
    public static final String PID = "asterism.node.pid";
    /** Service property, {@code Long}. */
    public static final String RESTARTS = "asterism.node.restarts";
    /** Service property, {@code String[]}. */
    public static final String APPLICATIONS = "asterism.node.applications";
    /** Service property, {@code Long}. */
    public static final String WEIGHT = "asterism.node.weight";

    /** Service property, {@code Long}: milliseconds since 1970 UTC; absent if not known. */
    public static final String SINCE = "asterism.node.since";
    /** Service property, {@code String}; absent if no debugger can attach. */
    public static final String DEBUG = "asterism.node.debug";

    /** The reason of a node that was isolated by {@link ServerNode#isolate}. */
    public static final String ISOLATED = "isolated, until it is resumed";
    /** The reason of a node that was drained by {@link ServerNode#drain}, and so stays DRAINING. */
    public static final String DRAINED = "drained, until it is resumed";

    /** The reason of a node that gets no requests because of {@link ServerNode#withdraw}. */
    public static final String WITHDRAWN = "its applications are being changed";

    public NodeStatus {
        applications = applications.stream().sorted().toList();
        since = since.map(time -> time.truncatedTo(ChronoUnit.MILLIS));
        requireWeight(id, weight);
    }

    /** Without what is only for people: since when, and for a debugger. */
    public NodeStatus(
            MemberId id,
            NodeState state,
            String reason,
            Hosting hosting,
            Optional<URI> url,
            long pid,
            int restarts,
            List<String> applications,
            int weight) {
        this(id, state, reason, hosting, url, pid, restarts, applications, weight, Optional.empty(), Optional.empty());
    }

    /** @throws IllegalArgumentException if no node can have this weight */
    public static int requireWeight(MemberId id, int weight) {
        if (weight < 1) {
            throw new IllegalArgumentException("the weight of " + id + " is " + weight + ", not at least 1");
        }
        return weight;
    }

    /** The name of the instance the node belongs to. */
    public String instance() {
        return id.parent().orElseThrow();
    }

    /** The service properties that say the same. */
    public Map<String, Object> toProperties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(ID, id.value());
        properties.put(INSTANCE, instance());
        properties.put(STATE, state.name());
        properties.put(REASON, reason);
        properties.put(HOSTING, hosting.name());
        url.ifPresent(u -> properties.put(URL, u.toString()));
        properties.put(PID, pid);
        properties.put(RESTARTS, (long) restarts);
        properties.put(APPLICATIONS, applications.toArray(String[]::new));
        properties.put(WEIGHT, (long) weight);
        since.ifPresent(time -> properties.put(SINCE, time.toEpochMilli()));
        debug.ifPresent(address -> properties.put(DEBUG, address));
        return properties;
    }

    /**
     * Reads {@link #toProperties} back; arrays and lists, and all kinds of numbers, are taken alike.
     *
     * @throws IllegalArgumentException if a property is missing or is not what it should be
     */
    public static NodeStatus ofProperties(Map<String, ?> properties) {
        return new NodeStatus(
                new MemberId(string(properties, ID)),
                NodeState.valueOf(string(properties, STATE)),
                string(properties, REASON),
                Hosting.valueOf(string(properties, HOSTING)),
                Optional.ofNullable(properties.get(URL)).map(url -> URI.create(url.toString())),
                number(properties, PID),
                (int) number(properties, RESTARTS),
                strings(properties.get(APPLICATIONS)),
                (int) number(properties, WEIGHT),
                properties.containsKey(SINCE)
                        ? Optional.of(Instant.ofEpochMilli(number(properties, SINCE)))
                        : Optional.empty(),
                Optional.ofNullable(properties.get(DEBUG)).map(Object::toString));
    }

    private static String string(Map<String, ?> properties, String key) {
        if (properties.get(key) instanceof String value) {
            return value;
        }
        throw new IllegalArgumentException("the service property " + key + " is missing or no string");
    }

    private static long number(Map<String, ?> properties, String key) {
        if (properties.get(key) instanceof Number value) {
            return value.longValue();
        }
        throw new IllegalArgumentException("the service property " + key + " is missing or no number");
    }

    private static List<String> strings(Object value) {
        if (value instanceof Object[] array) {
            return Arrays.stream(array).map(Object::toString).toList();
        }
        if (value instanceof Iterable<?> values) {
            List<String> strings = new ArrayList<>();
            values.forEach(v -> strings.add(v.toString()));
            return strings;
        }
        throw new IllegalArgumentException("the service property " + APPLICATIONS + " is missing or no list");
    }
}
