package org.asterism.sessions.internal.jetty;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;
import org.asterism.sessions.internal.StoreException;
import org.asterism.sessions.internal.UnstorableAttributeException;
import org.eclipse.jetty.server.HttpOutput;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the session of a request before the first byte of the answer leaves: whoever has an answer finds the session on any
 * node. If it cannot be written the answer of the application is dropped, and 503 or 500 is sent instead.
 */
final class StoreBeforeAnswer implements HttpOutput.Interceptor {

    private static final Logger LOG = LoggerFactory.getLogger(StoreBeforeAnswer.class);

    private final Request request;
    private final HttpOutput.Interceptor next;
    private boolean begun; // one writer at a time
    private boolean dropped;

    StoreBeforeAnswer(Request request, HttpOutput.Interceptor next) {
        this.request = request;
        this.next = next;
    }

    @Override
    public void write(ByteBuffer content, boolean last, Callback callback) {
        if (!begun) {
            begun = true;
            begin(content, last, callback);
        } else if (dropped) {
            BufferUtil.clear(content);
            callback.succeeded();
        } else {
            next.write(content, last, callback);
        }
    }

    private void begin(ByteBuffer content, boolean last, Callback callback) {
        try {
            if (!request.getResponse().isCommitted()) {
                save();
            }
            next.write(content, last, callback);
        } catch (StoreException e) {
            refuse(content, callback, HttpServletResponse.SC_SERVICE_UNAVAILABLE, e);
        } catch (UnstorableAttributeException e) {
            refuse(content, callback, HttpServletResponse.SC_INTERNAL_SERVER_ERROR, e);
        }
    }

    private void save() throws StoreException {
        HttpSession session = request.getSession(false);
        if (session instanceof SharedSession shared) {
            shared.save();
        }
    }

    private void refuse(ByteBuffer content, Callback callback, int status, Exception e) {
        LOG.warn(
                "{} {} is answered with {}: {}",
                request.getMethod(),
                request.getRequestURI(),
                status,
                e.getMessage(),
                e);
        dropped = true;
        BufferUtil.clear(content);
        byte[] body =
                ("the HTTP session could not be stored: " + e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8);
        Response response = request.getResponse();
        response.reset();
        response.setStatus(status);
        response.setContentType("text/plain;charset=utf-8");
        response.setContentLength(body.length);
        next.write(ByteBuffer.wrap(body), true, callback);
    }

    @Override
    public HttpOutput.Interceptor getNextInterceptor() {
        return next;
    }

    @Override
    public boolean isOptimizedForDirectBuffers() {
        return next.isOptimizedForDirectBuffers();
    }
}
