package org.asterism.lock.internal;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The books of all owners, in the order in which they were heard of: leases are equally long, so the first one's ends first.
 * An owner without locks keeps its empty book until then.
 */
final class OwnerBooks {

    private final Map<Owner, OwnerBook> books = new HashMap<>();
    private OwnerBook first;
    private OwnerBook last;

    Optional<OwnerBook> find(Owner owner) {
        return Optional.ofNullable(books.get(owner));
    }

    /** The owner's book after a sign of life. */
    OwnerBook heardOf(Owner owner, long now) {
        OwnerBook book = books.get(owner);
        if (book == null) {
            book = new OwnerBook(owner);
            books.put(owner, book);
            append(book);
        } else if (book != last) {
            unlink(book);
            append(book);
        }
        book.contact = now;
        return book;
    }

    /** Who was heard of longest ago. */
    Optional<OwnerBook> first() {
        return Optional.ofNullable(first);
    }

    void remove(OwnerBook book) {
        books.remove(book.owner());
        unlink(book);
    }

    Collection<OwnerBook> all() {
        return Collections.unmodifiableCollection(books.values());
    }

    private void append(OwnerBook book) {
        book.before = last;
        book.after = null;
        if (last == null) {
            first = book;
        } else {
            last.after = book;
        }
        last = book;
    }

    private void unlink(OwnerBook book) {
        if (book.before == null) {
            first = book.after;
        } else {
            book.before.after = book.after;
        }
        if (book.after == null) {
            last = book.before;
        } else {
            book.after.before = book.before;
        }
    }
}
