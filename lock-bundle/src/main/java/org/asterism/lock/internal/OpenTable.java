package org.asterism.lock.internal;

/**
 * A set without nodes: one array at most half full, linear probing, removal by shifting back (D. Knuth, TAOCP 6.4,
 * algorithm R). Who looks for something walks from {@link #start} by {@link #after} until {@link #at} is null.
 */
abstract class OpenTable<T> {

    private static final int SMALLEST = 16;

    private Object[] slots = new Object[SMALLEST];
    private int size;

    /** Well mixed in its low bits, and always the same for one element. */
    abstract int hash(T element);

    final int size() {
        return size;
    }

    final int start(int hash) {
        return hash & (slots.length - 1);
    }

    final int after(int place) {
        return (place + 1) & (slots.length - 1);
    }

    /** Null if the place is empty. */
    @SuppressWarnings("unchecked")
    final T at(int place) {
        return (T) slots[place];
    }

    /** Its elements and empty places, in no order. */
    final Object[] copy() {
        return slots.clone();
    }

    final int places() {
        return slots.length;
    }

    /** It must not be in the table. */
    final void add(T element) {
        if (size >= slots.length / 2) {
            resize(slots.length * 2);
        }
        put(element);
        size++;
    }

    /** Has no effect if it is not in the table. */
    final void remove(T element) {
        int hole = start(hash(element));
        while (slots[hole] != element) {
            if (slots[hole] == null) {
                return;
            }
            hole = after(hole);
        }
        for (int i = after(hole); slots[i] != null; i = after(i)) {
            int home = start(hash(at(i)));
            if (((i - home) & (slots.length - 1)) >= ((i - hole) & (slots.length - 1))) {
                slots[hole] = slots[i];
                hole = i;
            }
        }
        slots[hole] = null;
        size--;
        if (slots.length > SMALLEST && size < slots.length / 8) {
            resize(slots.length / 2);
        }
    }

    private void put(T element) {
        int place = start(hash(element));
        while (slots[place] != null) {
            place = after(place);
        }
        slots[place] = element;
    }

    @SuppressWarnings("unchecked")
    private void resize(int length) {
        Object[] before = slots;
        slots = new Object[length];
        for (Object element : before) {
            if (element != null) {
                put((T) element);
            }
        }
    }

    /** Spreads what was a good hash in some of its bits only (MurmurHash3's finalizer). */
    static int mix(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85ebca6b;
        mixed = (mixed ^ (mixed >>> 13)) * 0xc2b2ae35;
        return mixed ^ (mixed >>> 16);
    }
}
