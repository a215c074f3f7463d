package org.asterism.lock;

import java.util.List;

/**
 * What is locked. It need not exist anywhere else. An argument {@link #ANY} stands for every argument at its place, so that one
 * lock covers an area: {@code of("shop", "order", "2026", ANY)} conflicts with {@code of("shop", "order", "2026", "17")}, not
 * with {@code of("shop", "order", "2025", "17")} and not with {@code of("shop", "order", "2026")}.
 *
 * @param namespace keeps applications apart
 * @param name what kind of thing
 * @param arguments which one of its kind; may be empty
 */
public record LockKey(String namespace, String name, List<String> arguments) {

    /** Every argument. */
    public static final String ANY = "*";

    private static final int MAX_LENGTH = 256;
    private static final int MAX_ARGUMENTS = 16;

    /** @throws IllegalArgumentException if a part is empty or over 256 characters, or there are over 16 arguments */
    public LockKey {
        arguments = List.copyOf(arguments);
        require(!namespace.isEmpty() && namespace.length() <= MAX_LENGTH, "namespace");
        require(!name.isEmpty() && name.length() <= MAX_LENGTH, "name");
        require(arguments.size() <= MAX_ARGUMENTS, "number of arguments");
        arguments.forEach(argument -> require(argument.length() <= MAX_LENGTH, "argument"));
    }

    public static LockKey of(String namespace, String name, String... arguments) {
        return new LockKey(namespace, name, List.of(arguments));
    }

    /**
     * The key that {@link #toString} wrote; the blanks after the commas may be left out.
     *
     * @throws IllegalArgumentException if it never writes that, saying what is wrong
     */
    public static LockKey parse(String text) {
        return LockKeyText.parsed(text);
    }

    /** Whether it covers an area. */
    public boolean hasWildcard() {
        return arguments.contains(ANY);
    }

    /** Whether there is anything that both cover. */
    public boolean overlaps(LockKey other) {
        if (!namespace.equals(other.namespace)
                || !name.equals(other.name)
                || arguments.size() != other.arguments.size()) {
            return false;
        }
        for (int i = 0; i < arguments.size(); i++) {
            String mine = arguments.get(i);
            String others = other.arguments.get(i);
            if (!mine.equals(others) && !mine.equals(ANY) && !others.equals(ANY)) {
                return false;
            }
        }
        return true;
    }

    private static void require(boolean valid, String what) {
        if (!valid) {
            throw new IllegalArgumentException("the " + what + " of a lock is empty or too long");
        }
    }

    /**
     * One line, such as {@code shop:order[2026, *]}. A backslash stands before a character that would end its part, {@code \e}
     * for an empty argument and {@code \}{@code uXXXX} for a control character.
     */
    @Override
    public String toString() {
        return LockKeyText.of(this);
    }
}
