package org.asterism.dispatcher.internal;

/**
 * Whether a request is sent again after a failure: always if it cannot have been processed and can be repeated; else only if
 * its method is idempotent (RFC 9110, 9.2.2) and nothing of an answer has been seen.
 *
 * @param maxTries how often a request is sent at most
 * @param share of the requests of the last seconds that may be sent again although they were perhaps processed
 * @param perSecond how many may besides
 */
public record RetryPolicy(int maxTries, double share, int perSecond) {

    public RetryPolicy {
        Require.between("tries.max", maxTries, 1, 100);
        Require.between("retry.percent", Math.round(share * 100), 0, 100);
        Require.between("retry.min.per.second", perSecond, 0, 1_000_000);
    }

    /** The budget that says the same. */
    public RetryBudget budget(long now) {
        return new RetryBudget(share, perSecond, now);
    }

    /** What to do after a failure. */
    public enum Next {
        /** The same target deserves another chance, on a new connection. */
        NEW_CONNECTION,
        OTHER_TARGET,
        GIVE_UP
    }

    /**
     * How far a request has come.
     *
     * @param tries attempts so far
     * @param idempotent whether its method is
     * @param repeatable whether its body can be sent again: it is empty, still there, or nothing of it was sent
     * @param answered whether the client has got a part of an answer
     */
    public record Attempt(int tries, boolean idempotent, boolean repeatable, boolean answered) {}

    public Next after(Failure failure, Attempt attempt) {
        boolean harmless = !failure.perhapsProcessed() || attempt.idempotent();
        if (attempt.answered() || !attempt.repeatable() || !harmless || attempt.tries() >= maxTries) {
            return Next.GIVE_UP;
        }
        return failure.counts() ? Next.OTHER_TARGET : Next.NEW_CONNECTION;
    }

    /** @param method as it stands in the request */
    public static boolean isIdempotent(String method) {
        return switch (method) {
            case "GET", "HEAD", "OPTIONS", "PUT", "DELETE", "TRACE" -> true;
            default -> false;
        };
    }
}
