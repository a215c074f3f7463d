package org.asterism.sessions.internal;

/** Where classes of attributes come from, in words that another node understands. */
public interface ClassHomes {

    /** The name of what brings a class; empty if that is the platform. */
    String homeOf(Class<?> type);

    /**
     * @param fallback asked for what has no home, or one that is not here
     * @throws ClassNotFoundException if it is not here
     */
    Class<?> load(String home, String name, ClassLoader fallback) throws ClassNotFoundException;
}
