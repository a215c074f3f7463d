package org.asterism.sessions.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.InvalidClassException;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectStreamClass;

/** Asks for each class where it comes from, and reads within bounds. */
final class HomewardInput extends ObjectInputStream {

    private final ClassHomes homes;
    private final ClassLoader fallback;

    HomewardInput(InputStream in, AttributeLimits limits, ClassHomes homes, ClassLoader fallback) throws IOException {
        super(in);
        this.homes = homes;
        this.fallback = fallback;
        setObjectInputFilter(
                info -> within(info, limits) ? ObjectInputFilter.Status.UNDECIDED : ObjectInputFilter.Status.REJECTED);
    }

    private static boolean within(ObjectInputFilter.FilterInfo info, AttributeLimits limits) {
        return info.depth() <= limits.maxDepth()
                && info.references() <= limits.maxReferences()
                && info.streamBytes() <= limits.maxBytes()
                && info.arrayLength() <= limits.maxBytes();
    }

    @Override
    protected Class<?> resolveClass(ObjectStreamClass description) throws IOException, ClassNotFoundException {
        String home = readUTF();
        try {
            return homes.load(home, description.getName(), fallback);
        } catch (ClassNotFoundException e) {
            if (home.isEmpty()) {
                return super.resolveClass(description); // knows int and the like
            }
            throw e;
        }
    }

    @Override
    protected Class<?> resolveProxyClass(String[] interfaces) throws IOException {
        throw new InvalidClassException("a dynamic proxy");
    }
}
