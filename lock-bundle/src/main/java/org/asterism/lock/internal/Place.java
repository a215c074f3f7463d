package org.asterism.lock.internal;

/**
 * A step on the way from the root to a key: namespace, name, then its arguments. It is known by its parent, its part and how
 * many parts come below it. Fields are open to the index, because there may be millions.
 */
abstract class Place {

    /** Null only at the root. */
    final Area parent;

    final String part;
    final int hash;
    /** The other places of the same parent. */
    Place next;

    Place previous;

    Place(Area parent, String part, int hash) {
        this.parent = parent;
        this.part = part;
        this.hash = hash;
    }

    /** How many parts come after this one; what is not an end has at least one, or a negative number if it is not known yet. */
    abstract int below();

    static int hash(Area parent, String part, int below) {
        return OpenTable.mix((parent.hash * 31 + part.hashCode()) * 31 + below);
    }
}
