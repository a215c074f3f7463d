package org.asterism.dispatcher.internal.netty;

import io.netty.buffer.ByteBuf;
import java.util.Arrays;
import org.asterism.dispatcher.internal.Limits;

/** Recognizes plain answers. One for each event loop, for it has a buffer. */
final class AnswerScan {

    private static final int MOST = 4096;
    private static final byte[] VERSION = HeadScan.ascii("HTTP/1.1 ");
    private static final int STATUS_END = VERSION.length + 3;
    private static final byte[] LENGTH = HeadScan.ascii("content-length");
    /** With these there is something to do, or a body that does not simply follow. */
    private static final byte[][] SPECIAL = {
        HeadScan.ascii("connection"),
        HeadScan.ascii("keep-alive"),
        HeadScan.ascii("proxy-connection"),
        HeadScan.ascii("upgrade"),
        HeadScan.ascii("trailer"),
        HeadScan.ascii("x-request-id"),
        HeadScan.ascii("transfer-encoding")
    };

    private final int most;
    private final byte[] head;
    private final HeadScan scan = new HeadScan();

    AnswerScan(Limits limits) {
        this.most = Math.min(MOST, Math.min(limits.lineBytes(), limits.headBytes()));
        this.head = new byte[most];
    }

    /** The answer in these bytes, which stay as they are; null if they are not exactly one plain answer. */
    PlainAnswer of(ByteBuf bytes) {
        int size = Math.min(most, bytes.readableBytes());
        bytes.getBytes(bytes.readerIndex(), head, 0, size);
        scan.begin(head, size);
        int status = status(size);
        if (status < 0) {
            return null;
        }
        int at = scan.endOfLine(STATUS_END) + 2;
        int length = HeadScan.MALFORMED;
        while (at > 1 && !scan.isEnd(at)) {
            at = scan.header(at);
            if (at < 0 || isSpecial()) {
                return null;
            }
            if (scan.isNamed(LENGTH)) {
                if (length >= 0 || scan.length() < 0) {
                    return null;
                }
                length = scan.length();
            }
        }
        boolean whole = at > 1 && length >= 0 && at + 2 + length == bytes.readableBytes();
        return whole ? new PlainAnswer(bytes, status, at + 2) : null;
    }

    /** Of an answer that may have a body. */
    private int status(int size) {
        if (size < STATUS_END + 1 || !Arrays.equals(head, 0, VERSION.length, VERSION, 0, VERSION.length)) {
            return HeadScan.MALFORMED;
        }
        int status = 0;
        for (int i = VERSION.length; i < STATUS_END; i++) {
            if (head[i] < '0' || head[i] > '9') {
                return HeadScan.MALFORMED;
            }
            status = status * 10 + (head[i] - '0');
        }
        boolean mayHaveBody = status >= 200 && status < 600 && status != 204 && status != 304;
        return mayHaveBody && head[STATUS_END] == ' ' ? status : HeadScan.MALFORMED;
    }

    private boolean isSpecial() {
        for (byte[] name : SPECIAL) {
            if (scan.isNamed(name)) {
                return true;
            }
        }
        return false;
    }
}
