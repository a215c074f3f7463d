package org.asterism.console.internal.http;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.console.internal.Entrance;
import org.asterism.console.internal.Moment;
import org.asterism.console.internal.Picture;
import org.asterism.console.internal.Timeline;
import org.asterism.documents.LockDocument;
import org.asterism.documents.LockPage;
import org.asterism.documents.LockStatisticsDocument;
import org.asterism.lock.LockFilter;
import org.asterism.lock.LockServer;

/**
 * {@code GET …/picture} (now, or {@code ?at=SEQUENCE} of then), {@code …/timeline?after=SEQUENCE}, {@code …/locks}, {@code
 * …/deadlocks}.
 */
public final class ReadServlet extends ConsoleServlet {

    private static final long serialVersionUID = 1L;
    private static final int MOST_MOMENTS = 2_000;
    private static final int MOST_LOCKS = 200;

    private final transient Source source;
    private final transient Timeline timeline;

    /** With what is to be told. */
    public ReadServlet(Entrance entrance, Source source, Timeline timeline) {
        super(entrance);
        this.source = source;
        this.timeline = timeline;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (visitor(request, response).isEmpty()) {
            return;
        }
        try {
            Optional<Object> found = find(String.valueOf(request.getPathInfo()), request);
            if (found.isPresent()) {
                write(response, found.get());
            } else {
                response.setHeader("Retry-After", "1");
                fail(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, "this is not the active hub now");
            }
        } catch (IllegalArgumentException e) {
            fail(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
        }
    }

    private Optional<Object> find(String path, HttpServletRequest request) {
        return switch (path) {
            case "/picture" -> request.getParameter("at") == null ? now() : then(number(request, "at"));
            case "/timeline" -> Optional.of(moments(number(request, "after")));
            case "/locks" -> source.locks().map(ReadServlet::locks);
            case "/deadlocks" -> source.locks().map(locks -> LockDocument.deadlocks(locks.deadlocks()));
            default -> throw new IllegalArgumentException("there is nothing at " + path);
        };
    }

    private Optional<Object> now() {
        return source.picture().map(picture -> picture);
    }

    private Optional<Object> then(long sequence) {
        Moment moment = timeline.at(sequence)
                .orElseThrow(() -> new IllegalArgumentException("that is not remembered any more: " + sequence));
        Map<String, Object> picture = Picture.of(moment.view());
        picture.put("at", moment.at().toString());
        picture.put("sequence", moment.sequence());
        return Optional.of(picture);
    }

    private List<Map<String, Object>> moments(long after) {
        return timeline.after(after, MOST_MOMENTS, Instant.now()).stream()
                .map(Moment::document)
                .toList();
    }

    private static Map<String, Object> locks(LockServer locks) {
        Map<String, Object> document =
                LockPage.of(locks, LockFilter.ALL, MOST_LOCKS).document();
        document.put("statistics", LockStatisticsDocument.of(locks.statistics()));
        return document;
    }

    private static long number(HttpServletRequest request, String name) {
        String text = request.getParameter(name);
        if (text == null || !text.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(name + " is to be a number");
        }
        return Long.parseLong(text);
    }
}
