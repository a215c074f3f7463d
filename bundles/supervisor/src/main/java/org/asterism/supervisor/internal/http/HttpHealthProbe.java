package org.asterism.supervisor.internal.http;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import org.asterism.cluster.MemberId;
import org.asterism.supervisor.internal.Child;
import org.asterism.supervisor.internal.HealthAnswer;
import org.asterism.supervisor.internal.HealthAnswer.NotReady;
import org.asterism.supervisor.internal.HealthAnswer.Silent;
import org.asterism.supervisor.internal.HealthProbe;

/** Asks the agent in the engine of a node by {@code GET /.asterism/health}. */
public final class HttpHealthProbe {

    private static final String PATH = "/.asterism/health";

    private final HttpClient client;
    private final Duration timeout;

    /** @param timeout for the whole answer */
    public HttpHealthProbe(Duration timeout, Executor executor) {
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .executor(executor)
                .build();
        this.timeout = timeout;
    }

    /** The probe of one node; an answer in another's name does not count. */
    public HealthProbe of(MemberId id) {
        return child -> ask(id, child);
    }

    private CompletionStage<HealthAnswer> ask(MemberId id, Child child) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(child.url() + PATH))
                .timeout(timeout)
                .build();
        CompletableFuture<HttpResponse<byte[]>> response = client.sendAsync(request, info -> new BoundedBody());
        return response.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
                .handle((answer, failure) -> failure == null
                        ? HealthDocument.read(id, child.pid(), answer.statusCode(), answer.body())
                        : failed(failure));
    }

    /** Only a refused connection says for certain that nobody is there; anything else may be a passing fault. */
    private HealthAnswer failed(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        if (cause instanceof ConnectException) {
            return new NotReady("its HTTP port is not open");
        }
        return new Silent("no health answer within " + timeout.toMillis() + " ms ("
                + cause.getClass().getSimpleName() + ")");
    }
}
