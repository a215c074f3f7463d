package org.asterism.launcher.cluster;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a NAME on the command line means. */
public sealed interface Target {

    /** The longest name of an instance. */
    int MAX_NAME = 32;

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

    /** The hub. */
    record Hub() implements Target {
        @Override
        public String name() {
            return "hub";
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
        if (node.matches()) {
            return new Node(instanceName(node.group(1)), Integer.parseInt(node.group(2)));
        }
        return new Instance(instanceName(name));
    }

    /** @throws IllegalArgumentException if no instance can have this name; the message says which can */
    static String instanceName(String name) {
        if (name.equals("hub") || name.equals("database") || name.equals("client")) {
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
