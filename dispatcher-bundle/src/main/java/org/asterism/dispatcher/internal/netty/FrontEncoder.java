package org.asterism.dispatcher.internal.netty;

import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseEncoder;

/** Writes answers; the answer to HEAD has no body, whatever its headers say. */
final class FrontEncoder extends HttpResponseEncoder {

    private boolean toHead;

    void answersHead(boolean head) {
        toHead = head;
    }

    @Override
    protected boolean isContentAlwaysEmpty(HttpResponse response) {
        return toHead || super.isContentAlwaysEmpty(response);
    }
}
