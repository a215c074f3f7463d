package org.asterism.lock;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A key as one line of text, {@code shop:order[2026, 17]}, and back. A backslash stands before a character that would end its
 * part; a control character is written {@code \}{@code uXXXX}, and an empty argument {@code \e}.
 */
final class LockKeyText {

    private static final String EMPTY = "\\e";

    private final String text;
    private int at;

    private LockKeyText(String text) {
        this.text = text;
    }

    static String of(LockKey key) {
        return of(key, ", ");
    }

    private static String of(LockKey key, String separator) {
        String arguments = key.arguments().stream()
                .map(argument -> argument.isEmpty() ? EMPTY : escaped(argument, ",]"))
                .collect(Collectors.joining(separator, "[", "]"));
        return escaped(key.namespace(), ":") + ":" + escaped(key.name(), "[") + arguments;
    }

    private static String escaped(String part, String ends) {
        StringBuilder escaped = new StringBuilder(part.length());
        for (int i = 0; i < part.length(); i++) {
            char c = part.charAt(i);
            if (Character.isISOControl(c)) {
                escaped.append("\\u%04x".formatted((int) c));
            } else {
                escaped.append(c == '\\' || ends.indexOf(c) >= 0 ? "\\" : "").append(c);
            }
        }
        return escaped.toString();
    }

    /** @throws IllegalArgumentException saying what is wrong, if {@link #of} never wrote that, be it with or without blanks */
    static LockKey parsed(String text) {
        LockKey key = new LockKeyText(text).key();
        if (!of(key).equals(text) && !of(key, ",").equals(text)) {
            throw wrong(text, "did you mean '" + of(key) + "'?");
        }
        return key;
    }

    private LockKey key() {
        String namespace = part(":");
        String name = part("[");
        List<String> arguments = text.startsWith("]", at) ? List.of() : arguments();
        int end = arguments.isEmpty() ? at + 1 : at;
        if (end < text.length()) {
            throw wrong(text, "nothing may follow ']'");
        }
        return new LockKey(namespace, name, arguments);
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        do {
            at += !arguments.isEmpty() && text.startsWith(" ", at) ? 1 : 0;
            arguments.add(part(",]"));
        } while (text.charAt(at - 1) == ',');
        return arguments;
    }

    /** Up to one of these characters, which is passed over. */
    private String part(String ends) {
        StringBuilder part = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (ends.indexOf(c) >= 0) {
                return part.toString();
            }
            part.append(c == '\\' ? unescaped() : c);
        }
        throw wrong(text, "there is no '" + ends.charAt(ends.length() - 1) + "'");
    }

    private String unescaped() {
        char c = at < text.length() ? text.charAt(at++) : '\\';
        if (c == 'u' && at + 4 <= text.length()) {
            at += 4;
            return Character.toString(hexadecimal(text.substring(at - 4, at)));
        }
        return c == 'e' ? "" : Character.toString(c);
    }

    private char hexadecimal(String digits) {
        try {
            return (char) Integer.parseUnsignedInt(digits, 16);
        } catch (NumberFormatException e) {
            throw wrong(text, "'" + digits + "' is not hexadecimal");
        }
    }

    private static IllegalArgumentException wrong(String text, String why) {
        return new IllegalArgumentException(
                "not a lock: '" + text + "' (expected namespace:name[argument, argument]): " + why);
    }
}
