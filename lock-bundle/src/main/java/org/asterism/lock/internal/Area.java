package org.asterism.lock.internal;

import org.asterism.lock.LockKey;

/** All keys that begin alike. There are only areas with something in them, besides the root. */
final class Area extends Place {

    /** Stands for "differs": what is below the root and below a namespace has any number of parts. */
    static final int ANY_DEPTH = -1;

    private final int below;
    private final boolean arguments;
    private final boolean wild;
    private final NamespaceCount count;

    /** The first of the places in it; null if it is empty. */
    Place children;
    /** How many keys in it have a wildcard. */
    int wildcards;
    /** How many strong locks in it are held or waited for. */
    int strong;

    private Area(Area parent, String part, int below, NamespaceCount count, boolean arguments) {
        super(parent, part, parent == null ? 0 : hash(parent, part, below));
        this.below = below;
        this.count = count;
        this.arguments = arguments;
        this.wild = parent != null && (parent.wild || parent.isAny(part));
    }

    static Area root() {
        return new Area(null, "", ANY_DEPTH, null, false);
    }

    static Area namespace(Area root, String name, NamespaceCount count) {
        return new Area(root, name, ANY_DEPTH, count, false);
    }

    /** A name, or an argument: what is below it is an argument. */
    static Area inner(Area parent, String part, int below) {
        return new Area(parent, part, below, parent.count, true);
    }

    @Override
    int below() {
        return below;
    }

    /** Whether what is right below are arguments. */
    boolean hasArguments() {
        return arguments;
    }

    /** Whether there is a wildcard on the way to here. */
    boolean isWild() {
        return wild;
    }

    /** Whether this part, right below, is a wildcard. */
    boolean isAny(String child) {
        return arguments && child.equals(LockKey.ANY);
    }

    NamespaceCount count() {
        return count;
    }

    void link(Place child) {
        child.next = children;
        if (children != null) {
            children.previous = child;
        }
        children = child;
    }

    void unlink(Place child) {
        if (child.previous == null) {
            children = child.next;
        } else {
            child.previous.next = child.next;
        }
        if (child.next != null) {
            child.next.previous = child.previous;
        }
        child.next = null;
        child.previous = null;
    }
}
