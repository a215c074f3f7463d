package org.asterism.launcher.cluster;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a NAME on the command line means. */
public sealed interface Target {

    /** The longest name of an instance. */
    int MAX_NAME = 32;

    /** The pattern of the name of a hub that is not the first. */
    Pattern STANDBY_NAME = Pattern.compile("hub-([2-9])");

    /** Names that no instance can have, besides those of hubs. */
    Set<String> RESERVED = Set.of("hub", "database", "client");

    /** The pattern of an instance's name. */
    Pattern INSTANCE_NAME = Pattern.compile("[a-z0-9][a-z0-9-]*");

    /** The pattern of a server node's name. */
    Pattern NODE_NAME = Pattern.compile("(" + INSTANCE_NAME.pattern() + ")/([1-9][0-9]{0,3})");

    /** As it is written. */
    String name();

    /** The shared database. */
    record Database() implements Target {
        @Override
        public String name() {
            return "database";
        }
    }

    /** A hub, counted from 1; the first one is plainly {@code hub}, the next one {@code hub-2}. */
    record Hub(int number) implements Target {

        /** The first one. */
        public Hub() {
            this(1);
        }

        @Override
        public String name() {
            return number == 1 ? "hub" : "hub-" + number;
        }
    }

    /** An instance. */
    record Instance(String name) implements Target {}

    /** A server node. */
    record Node(String instance, int number) implements Target {
        @Override
        public String name() {
            return instance + "/" + number;
        }
    }

    /** @throws IllegalArgumentException if it cannot be a name; the message says what can */
    static Target parse(String name) {
        Matcher node = NODE_NAME.matcher(name);
        if (name.equals("database")) {
            return new Database();
        }
        if (name.equals("hub")) {
            return new Hub();
        }
        Matcher standby = STANDBY_NAME.matcher(name);
        if (standby.matches()) {
            return new Hub(Integer.parseInt(standby.group(1)));
        }
        if (node.matches()) {
            return new Node(instanceName(node.group(1)), Integer.parseInt(node.group(2)));
        }
        return new Instance(instanceName(name));
    }

    /** @throws IllegalArgumentException if no instance can have this name; the message says which can */
    static String instanceName(String name) {
        if (RESERVED.contains(name) || STANDBY_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("no instance can be called '" + name + "'; use a name such as a");
        }
        if (name.length() > MAX_NAME || !INSTANCE_NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name; use database, hub, an instance such as a, or a"
                            + " server node such as a/1 (lower case letters, digits and -)");
        }
        return name;
    }
}
