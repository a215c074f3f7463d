package org.asterism.remote.internal.osgi;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import org.asterism.cluster.MemberId;
import org.osgi.framework.Version;

/** The service of the tests. */
public interface Shelf {

    List<MemberId> sorted(List<MemberId> ids);

    String threadName();

    Version next(Version version);

    int take(int quantity) throws IOException;

    void block() throws InterruptedException;

    int echoSize(byte[] bytes);

    byte[] bytes(int size);

    Object uncarried();

    CompletionStage<String> later(String text);

    CompletableFuture<String> never();

    Future<Integer> failing();
}
