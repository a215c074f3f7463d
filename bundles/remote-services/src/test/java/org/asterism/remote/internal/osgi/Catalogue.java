package org.asterism.remote.internal.osgi;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.asterism.remote.Idempotent;
import org.osgi.util.promise.Promise;

/** A second service of the tests: futures of all kinds, and methods that may and may not be repeated. */
public interface Catalogue {

    Promise<String> promised(String text);

    Future<String> slow();

    CompletableFuture<String> relayed();

    String relay();

    @Idempotent
    String look();

    @Idempotent
    CompletableFuture<String> lookLater();

    String buy();

    String threadName();
}
