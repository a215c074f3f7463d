package org.asterism.sessions.internal;

import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;

/** Writes with each class where it comes from. */
final class HomewardOutput extends ObjectOutputStream {

    private final ClassHomes homes;

    HomewardOutput(OutputStream out, ClassHomes homes) throws IOException {
        super(out);
        this.homes = homes;
    }

    @Override
    protected void annotateClass(Class<?> type) throws IOException {
        writeUTF(homes.homeOf(type));
    }

    /** The interfaces of a proxy may come from many places at once. */
    @Override
    protected void annotateProxyClass(Class<?> type) throws IOException {
        throw new NotSerializableException("a dynamic proxy, " + type.getName());
    }
}
