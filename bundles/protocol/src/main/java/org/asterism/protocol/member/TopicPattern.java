package org.asterism.protocol.member;

import java.util.regex.Pattern;

/** A topic or a pattern of topics: {@code *} stands for one part, {@code #} at the end for any number of parts. */
public record TopicPattern(String value) {

    private static final String PART = "[A-Za-z0-9_-]+";
    private static final Pattern TOPIC = Pattern.compile(PART + "(\\." + PART + ")*");
    private static final Pattern VALID = Pattern.compile("#|(" + PART + "|\\*)(\\.(" + PART + "|\\*))*(\\.#)?");
    private static final int MAX_LENGTH = 255;

    /** @throws IllegalArgumentException if it is not a pattern */
    public TopicPattern {
        if (value.length() > MAX_LENGTH || !VALID.matcher(value).matches()) {
            throw new IllegalArgumentException("not a topic or pattern: '" + value + "'");
        }
    }

    /** @throws IllegalArgumentException if it is not a topic that can be published to */
    static String requireTopic(String topic) {
        if (topic.length() > MAX_LENGTH || !TOPIC.matcher(topic).matches()) {
            throw new IllegalArgumentException("not a topic: '" + topic + "'");
        }
        return topic;
    }

    public boolean matches(String topic) {
        if (value.equals(topic)) {
            return true;
        }
        String[] wanted = value.split("\\.", -1);
        String[] parts = topic.split("\\.", -1);
        boolean open = wanted[wanted.length - 1].equals("#");
        int fixed = open ? wanted.length - 1 : wanted.length;
        if (open ? parts.length < fixed : parts.length != fixed) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!wanted[i].equals("*") && !wanted[i].equals(parts[i])) {
                return false;
            }
        }
        return true;
    }
}
