package org.asterism.cluster;

import java.util.Optional;

/**
 * The name of a member: {@code hub}, an instance ({@code a}), a server node ({@code a/1}) or a client ({@code client/x-1}).
 *
 * @param value lower case letters, digits and {@code -}, in one or two parts separated by {@code /}; at most 64 characters
 */
public record MemberId(String value) implements Comparable<MemberId> {

    private static final int MAX_LENGTH = 64;

    /** The id under which the hub itself sends messages and offers services. It is in no client list. */
    public static final MemberId HUB = new MemberId("hub");

    /** @throws IllegalArgumentException if the value is not a valid member id */
    public MemberId {
        if (value.length() > MAX_LENGTH || !isValid(value)) {
            throw new IllegalArgumentException("not a member id: '" + value + "' (expected a, a-b or a/1)");
        }
    }

    /** Each message that comes in names its sender: this is no regular expression because it would be seen there. */
    private static boolean isValid(String value) {
        int begin = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            boolean plain = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (c == '/' && begin == 0 && i > 0) {
                begin = i + 1;
            } else if (!plain && (c != '-' || i == begin)) {
                return false;
            }
        }
        return begin < value.length();
    }

    /** The id of server node {@code number} of an instance. */
    public static MemberId ofNode(String instance, int number) {
        return new MemberId(instance + "/" + number);
    }

    /** The part before the slash, if there is a slash. */
    public Optional<String> parent() {
        int slash = value.indexOf('/');
        return slash < 0 ? Optional.empty() : Optional.of(value.substring(0, slash));
    }

    @Override
    public int compareTo(MemberId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
