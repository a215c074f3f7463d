package org.asterism.lock.internal.client;

/**
 * The time in which the link to one server did not break; what was asked in one term is not believed in another.
 *
 * @param number grows with each term
 * @param declared whether this server knows what is held
 */
record Term(long number, boolean declared) {

    /** Before the first one. */
    static final Term NONE = new Term(0, false);

    Term next() {
        return new Term(number + 1, false);
    }
}
