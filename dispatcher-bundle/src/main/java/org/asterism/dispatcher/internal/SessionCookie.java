package org.asterism.dispatcher.internal;

import java.util.List;

/** The cookie of the engine's HTTP sessions, as far as the dispatcher counts them. */
public final class SessionCookie {

    /** There is none. */
    public static final long NONE = 0;

    private static final String PREFIX = "JSESSIONID=";
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private SessionCookie() {}

    /** A hash (FNV-1a) of the id of the session; {@link #NONE} if there is none. */
    public static long hashOf(List<String> cookieHeaders) {
        for (int i = 0; i < cookieHeaders.size(); i++) {
            String cookies = cookieHeaders.get(i);
            int at = cookies.indexOf(PREFIX);
            if (at == 0 || (at > 0 && (cookies.charAt(at - 1) == ' ' || cookies.charAt(at - 1) == ';'))) {
                return hash(cookies, at + PREFIX.length());
            }
        }
        return NONE;
    }

    private static long hash(String cookies, int from) {
        long hash = FNV_OFFSET;
        for (int i = from; i < cookies.length() && cookies.charAt(i) != ';'; i++) {
            hash = (hash ^ cookies.charAt(i)) * FNV_PRIME;
        }
        return hash == NONE ? FNV_OFFSET : hash;
    }
}
