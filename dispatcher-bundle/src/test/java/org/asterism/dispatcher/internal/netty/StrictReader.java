package org.asterism.dispatcher.internal.netty;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What RFC 9112 says of one request, and no more: written from its grammar, with nothing of the dispatcher's, so that the two can be
 * compared. A character of the text is a byte.
 */
final class StrictReader {

    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]+";
    private static final Pattern LINE = Pattern.compile("(" + TOKEN + ") ([\\x21-\\x22\\x24-\\x7e]+) HTTP/1\\.([01])");
    private static final Pattern HEADER = Pattern.compile(
            "(" + TOKEN + "):[ \\t]*((?:[\\t\\x20-\\x7e\\x80-\\xff]*[\\x21-\\x7e\\x80-\\xff])?)[ \\t]*");
    private static final String QUOTED =
            "\"(?:[\\t\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e\\x80-\\xff]|\\\\[\\t\\x20-\\x7e\\x80-\\xff])*\"";
    private static final Pattern CHUNK = Pattern.compile(
            "([0-9A-Fa-f]{1,15})(?:[ \\t]*;[ \\t]*" + TOKEN + "(?:[ \\t]*=[ \\t]*(?:" + TOKEN + "|" + QUOTED + "))?)*");
    private static final Pattern HOST =
            Pattern.compile("(?:\\[[0-9a-fA-F:.]+]|[A-Za-z0-9._~!$&'()*+;=%-]*)(?::[0-9]{0,5})?");
    private static final Pattern TARGET = Pattern.compile("(?:https?://([^/?]+)([/?].*)?)|/.*");

    private final String text;
    private int at;

    private StrictReader(String text) {
        this.text = text;
    }

    /** A header, its name in lower case. */
    record Header(String name, String value) {}

    /** @param size how much of the text it is */
    record Read(String method, String target, boolean old, List<Header> headers, String body, int size) {

        List<String> values(String name) {
            return headers.stream()
                    .filter(header -> header.name().equals(name))
                    .map(Header::value)
                    .toList();
        }
    }

    /** It is malformed, or for somebody else. */
    static final class Refused extends Exception {

        private static final long serialVersionUID = 1;
    }

    /** More must come. */
    static final class Incomplete extends Exception {

        private static final long serialVersionUID = 1;
    }

    static Read read(String text) throws Refused, Incomplete {
        return new StrictReader(text).read();
    }

    private Read read() throws Refused, Incomplete {
        String first = line();
        for (int empty = 1; first.isEmpty(); empty++) {
            require(empty <= 4);
            first = line();
        }
        Matcher line = match(LINE, first);
        List<Header> headers = headers();
        Read head = new Read(line.group(1), line.group(2), line.group(3).equals("0"), headers, "", at);
        checkTarget(head);
        checkHeaders(head);
        String body = body(head);
        return new Read(head.method(), head.target(), head.old(), headers, body, at);
    }

    private String line() throws Refused, Incomplete {
        if (at == text.length()) {
            throw new Incomplete();
        }
        int end = text.indexOf('\n', at);
        if (end < 0) {
            throw new Incomplete();
        }
        require(end > at && text.charAt(end - 1) == '\r');
        String line = text.substring(at, end - 1);
        at = end + 1;
        return line;
    }

    private List<Header> headers() throws Refused, Incomplete {
        List<Header> headers = new ArrayList<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            Matcher header = match(HEADER, line);
            headers.add(new Header(header.group(1).toLowerCase(Locale.ROOT), header.group(2)));
        }
        return headers;
    }

    private static void checkTarget(Read head) throws Refused {
        require(!head.method().equals("CONNECT") && !head.method().equals("TRACE"));
        List<String> hosts = head.values("host");
        require(hosts.size() == 1 || (hosts.isEmpty() && head.old()));
        require(hosts.isEmpty() || HOST.matcher(hosts.get(0)).matches());
        if (head.target().equals("*")) {
            require(head.method().equals("OPTIONS"));
            return;
        }
        String authority = match(TARGET, head.target()).group(1);
        if (authority != null) {
            require(HOST.matcher(authority).matches());
            require(hosts.isEmpty() || hosts.get(0).equalsIgnoreCase(authority));
        }
    }

    private static void checkHeaders(Read head) throws Refused {
        for (String connection : head.values("connection")) {
            for (String name : connection.split(",", -1)) {
                require(!List.of("content-length", "transfer-encoding", "cookie", "host")
                        .contains(name.strip().toLowerCase(Locale.ROOT)));
            }
        }
        for (String expect : head.values("expect")) {
            require(expect.equalsIgnoreCase("100-continue"));
        }
    }

    private String body(Read head) throws Refused, Incomplete {
        List<String> codings = head.values("transfer-encoding");
        Optional<String> length = head.values("content-length").stream().findFirst();
        if (!codings.isEmpty()) {
            require(length.isEmpty() && !head.old());
            require(codings.size() == 1 && codings.get(0).equalsIgnoreCase("chunked"));
            return chunks();
        }
        require(head.values("content-length").size() <= 1);
        if (length.isEmpty()) {
            return "";
        }
        require(length.get().matches("[0-9]{1,18}"));
        return take(Long.parseLong(length.get()));
    }

    private String chunks() throws Refused, Incomplete {
        StringBuilder body = new StringBuilder();
        for (long size = chunkSize(); size > 0; size = chunkSize()) {
            body.append(take(size));
            if (at + 2 <= text.length()) {
                require(text.startsWith("\r\n", at));
            }
            take(2);
        }
        headers();
        return body.toString();
    }

    private long chunkSize() throws Refused, Incomplete {
        return Long.parseLong(match(CHUNK, line()).group(1), 16);
    }

    private String take(long size) throws Incomplete {
        if (size > text.length() - at) {
            throw new Incomplete();
        }
        at += (int) size;
        return text.substring(at - (int) size, at);
    }

    private static Matcher match(Pattern pattern, String text) throws Refused {
        Matcher matcher = pattern.matcher(text);
        require(matcher.matches());
        return matcher;
    }

    private static void require(boolean holds) throws Refused {
        if (!holds) {
            throw new Refused();
        }
    }
}
