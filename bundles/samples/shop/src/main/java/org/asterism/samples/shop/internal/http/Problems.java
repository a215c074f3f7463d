package org.asterism.samples.shop.internal.http;

import static javax.servlet.http.HttpServletResponse.SC_BAD_REQUEST;
import static javax.servlet.http.HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
import static javax.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;

import org.asterism.lock.LockException;
import org.asterism.lock.LockLostException;
import org.asterism.lock.LockTimeoutException;
import org.asterism.lock.LockUnavailableException;
import org.asterism.lock.StaleLockException;
import org.asterism.samples.shop.internal.DatabaseUnavailableException;
import org.asterism.samples.shop.internal.InvalidInputException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What went wrong, said to the customer: a clear 503 for what passes, 500 for bugs only. */
final class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    static Answer answer(RuntimeException e) {
        if (e instanceof InvalidInputException) {
            return Answer.problem(SC_BAD_REQUEST, "bad-input", e.getMessage());
        }
        if (e instanceof LockException lock) {
            return unavailable(lock(lock), e);
        }
        if (e instanceof DatabaseUnavailableException) {
            return unavailable("no-database", e);
        }
        LOG.error("Request failed", e);
        return Answer.problem(SC_INTERNAL_SERVER_ERROR, "internal", "see the log of this server node");
    }

    static Answer interrupted() {
        return Answer.problem(SC_SERVICE_UNAVAILABLE, "stopping", "this server node is going down");
    }

    private static Answer unavailable(String error, RuntimeException e) {
        LOG.warn("Request not served: {}: {}", error, e.getMessage());
        return Answer.problem(SC_SERVICE_UNAVAILABLE, error, e.getMessage());
    }

    private static String lock(LockException e) {
        if (e instanceof LockTimeoutException) {
            return "lock-timeout";
        }
        if (e instanceof LockUnavailableException) {
            return "no-hub";
        }
        if (e instanceof StaleLockException) {
            return "lock-stale";
        }
        return e instanceof LockLostException ? "lock-lost" : "lock-refused";
    }
}
