package org.asterism.console.internal.http;

import java.io.IOException;
import javax.servlet.AsyncContext;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.asterism.console.internal.Entrance;

/** {@code GET …/stream}: pictures as server-sent events. */
public final class StreamServlet extends ConsoleServlet {

    private static final long serialVersionUID = 1L;

    private final transient Pictures pictures;

    /** Of these pictures. */
    public StreamServlet(Entrance entrance, Pictures pictures) {
        super(entrance);
        this.pictures = pictures;
    }

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (visitor(request, response).isEmpty()) {
            return;
        }
        if (!pictures.open(() -> begin(request, response))) {
            response.setHeader("Retry-After", "5");
            fail(response, HttpServletResponse.SC_SERVICE_UNAVAILABLE, pictures.limit() + " pages are open already");
        }
    }

    private PictureStream begin(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/event-stream");
        response.setCharacterEncoding("UTF-8");
        response.setHeader("X-Accel-Buffering", "no"); // a proxy in between hands over what it has at once
        AsyncContext context = request.startAsync();
        context.setTimeout(0);
        return new PictureStream(context, pictures.executor(), pictures::gone);
    }
}
