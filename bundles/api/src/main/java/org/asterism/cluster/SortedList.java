package org.asterism.cluster;

import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * An immutable list, sorted by a unique key, that shares all but O(log n) with the lists it was made from: each view of a
 * cluster is a small change of the one before. A treap (Seidel and Aragon, "Randomized search trees", 1996) whose
 * priorities are hashes of the keys.
 */
final class SortedList<K extends Comparable<K>, E> extends AbstractList<E> {

    private final Function<E, K> keyOf;
    private final Node<K, E> root;

    private SortedList(Function<E, K> keyOf, Node<K, E> root) {
        this.keyOf = keyOf;
        this.root = root;
    }

    /** Of several elements with the same key the last one counts. Free if the elements are such a list already. */
    @SuppressWarnings("unchecked") // elements of one type have keys of one type here
    static <K extends Comparable<K>, E> SortedList<K, E> of(Collection<E> elements, Function<E, K> keyOf) {
        if (elements instanceof SortedList<?, ?>) {
            return (SortedList<K, E>) elements;
        }
        SortedList<K, E> list = new SortedList<>(keyOf, Node.empty());
        for (E element : elements) {
            list = list.with(element);
        }
        return list;
    }

    /** With this element in the place of any other that has its key. */
    SortedList<K, E> with(E element) {
        return new SortedList<>(keyOf, root.with(keyOf.apply(element), Objects.requireNonNull(element)));
    }

    SortedList<K, E> without(K key) {
        return new SortedList<>(keyOf, root.without(key));
    }

    Optional<E> find(K key) {
        Node<K, E> node = root;
        while (node.size > 0) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return Optional.of(node.element);
            }
            node = order < 0 ? node.left : node.right;
        }
        return Optional.empty();
    }

    @Override
    public E get(int index) {
        Objects.checkIndex(index, size());
        Node<K, E> node = root;
        int rest = index;
        while (rest != node.left.size) {
            boolean before = rest < node.left.size;
            rest -= before ? 0 : node.left.size + 1;
            node = before ? node.left : node.right;
        }
        return node.element;
    }

    @Override
    public int size() {
        return root.size;
    }

    @Override
    public Iterator<E> iterator() {
        return new InOrder<>(root);
    }

    /** A subtree; of size 0 if it is empty. */
    private static final class Node<K extends Comparable<K>, E> {

        private final K key;
        private final E element;
        private final Node<K, E> left;
        private final Node<K, E> right;
        private final int size;

        private Node(K key, E element, Node<K, E> left, Node<K, E> right) {
            this.key = key;
            this.element = element;
            this.left = left;
            this.right = right;
            this.size = key == null ? 0 : left.size + 1 + right.size;
        }

        static <K extends Comparable<K>, E> Node<K, E> empty() {
            return new Node<>(null, null, null, null);
        }

        Node<K, E> with(K newKey, E newElement) {
            if (size == 0) {
                return new Node<>(newKey, newElement, this, this);
            }
            int order = newKey.compareTo(key);
            if (order == 0) {
                return new Node<>(key, newElement, left, right);
            }
            if (order < 0) {
                Node<K, E> child = left.with(newKey, newElement);
                return child.above(this)
                        ? new Node<>(child.key, child.element, child.left, withLeft(child.right))
                        : withLeft(child);
            }
            Node<K, E> child = right.with(newKey, newElement);
            return child.above(this)
                    ? new Node<>(child.key, child.element, withRight(child.left), child.right)
                    : withRight(child);
        }

        Node<K, E> without(K oldKey) {
            if (size == 0) {
                return this;
            }
            int order = oldKey.compareTo(key);
            if (order == 0) {
                return joined(left, right);
            }
            return order < 0 ? withLeft(left.without(oldKey)) : withRight(right.without(oldKey));
        }

        private static <K extends Comparable<K>, E> Node<K, E> joined(Node<K, E> low, Node<K, E> high) {
            if (low.size == 0 || high.size == 0) {
                return low.size == 0 ? high : low;
            }
            return high.above(low) ? high.withLeft(joined(low, high.left)) : low.withRight(joined(low.right, high));
        }

        private Node<K, E> withLeft(Node<K, E> newLeft) {
            return newLeft == left ? this : new Node<>(key, element, newLeft, right);
        }

        private Node<K, E> withRight(Node<K, E> newRight) {
            return newRight == right ? this : new Node<>(key, element, left, newRight);
        }

        private boolean above(Node<K, E> other) {
            return priority() > other.priority();
        }

        /** The last step of MurmurHash3, so that keys that follow each other have nothing in common. */
        private int priority() {
            int hash = key.hashCode();
            hash = (hash ^ (hash >>> 16)) * 0x85ebca6b;
            hash = (hash ^ (hash >>> 13)) * 0xc2b2ae35;
            return hash ^ (hash >>> 16);
        }
    }

    private static final class InOrder<K extends Comparable<K>, E> implements Iterator<E> {

        private final Deque<Node<K, E>> path = new ArrayDeque<>();

        InOrder(Node<K, E> root) {
            descend(root);
        }

        @Override
        public boolean hasNext() {
            return !path.isEmpty();
        }

        @Override
        public E next() {
            if (path.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<K, E> node = path.pop();
            descend(node.right);
            return node.element;
        }

        private void descend(Node<K, E> from) {
            for (Node<K, E> node = from; node.size > 0; node = node.left) {
                path.push(node);
            }
        }
    }
}
