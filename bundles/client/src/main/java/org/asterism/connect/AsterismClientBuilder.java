package org.asterism.connect;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asterism.client.LinkSettings;
import org.asterism.client.MemberLink;
import org.asterism.client.TlsSettings;
import org.asterism.client.TlsSettings.StoreFile;
import org.asterism.cluster.MemberId;
import org.asterism.messaging.HubUnavailableException;

/** What a client is, and how it finds its cluster. For one thread. */
public final class AsterismClientBuilder {

    private final Map<String, String> labels = new TreeMap<>();
    private List<URI> hubs = List.of(URI.create("tcp://127.0.0.1:61616"));
    private String secret = "";
    private MemberId id = Self.newId();
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration connectionTtl = Duration.ofSeconds(3);
    private Duration callTimeout = Duration.ofSeconds(3);
    private TlsSettings tls = TlsSettings.NONE;

    AsterismClientBuilder() {}

    /**
     * Where hubs listen (default: {@code tcp://127.0.0.1:61616}): {@code tcp://HOST:PORT}, or {@code ssl://HOST:PORT} if the
     * link is encrypted.
     *
     * @throws IllegalArgumentException if one is no URI
     */
    public AsterismClientBuilder hubs(List<String> urls) {
        hubs = urls.stream().map(URI::create).toList();
        return this;
    }

    /** The secret of the cluster; not needed by a client that shows a certificate. */
    public AsterismClientBuilder secret(String clusterSecret) {
        secret = clusterSecret;
        return this;
    }

    /** A file that holds the secret of the cluster, such as {@code secrets/cluster.secret} below the base. */
    public AsterismClientBuilder secretFile(Path file) throws IOException {
        return secret(Files.readString(file).strip());
    }

    /**
     * Who signs the certificates of hubs; needed for {@code ssl://}. The files are read at each new connection, so that they
     * may be replaced while the client lives.
     *
     * @param store a PKCS #12 file
     * @param password a file with its password in the first line
     */
    public AsterismClientBuilder trustStore(Path store, Path password) {
        tls = new TlsSettings(Optional.of(new StoreFile(store, password)), tls.keystore());
        return this;
    }

    /**
     * The client's own key and certificate, by which it joins without the secret; the certificate must name the client's
     * {@link #id}. The files are read at each new connection.
     *
     * @param store a PKCS #12 file
     * @param password a file with the password of store and key in the first line
     */
    public AsterismClientBuilder keyStore(Path store, Path password) {
        tls = new TlsSettings(tls.truststore(), Optional.of(new StoreFile(store, password)));
        return this;
    }

    /**
     * The client's name, unique in the cluster (default: {@code client/}, the host's name and some random letters).
     *
     * @throws IllegalArgumentException if it is not a valid {@link MemberId}
     */
    public AsterismClientBuilder id(String clientId) {
        id = new MemberId(clientId);
        return this;
    }

    /** Something to be shown in the client list. */
    public AsterismClientBuilder label(String name, String value) {
        labels.put(name, value);
        return this;
    }

    /** How long {@link #connect} waits for the hub (default: 10 s). */
    public AsterismClientBuilder connectTimeout(Duration timeout) {
        connectTimeout = timeout;
        return this;
    }

    /** A hub without a sign of life for so long counts as gone (default: 3 s). */
    public AsterismClientBuilder connectionTtl(Duration ttl) {
        connectionTtl = ttl;
        return this;
    }

    /** How long the hub may take to answer a registration (default: 3 s). */
    public AsterismClientBuilder callTimeout(Duration timeout) {
        callTimeout = timeout;
        return this;
    }

    /**
     * Joins the cluster; returns when the client is in it.
     *
     * @throws IllegalArgumentException if a setting is not valid
     * @throws HubUnavailableException if there is no hub, or it takes no such client; the message says why
     */
    public AsterismClient connect() throws InterruptedException {
        MemberLink link =
                MemberLink.open(new LinkSettings(Self.of(id, labels), hubs, secret, connectionTtl, callTimeout, tls));
        return connected(link, connectTimeout);
    }

    static AsterismClient connected(MemberLink link, Duration timeout) throws InterruptedException {
        boolean connected = false;
        try {
            connected = Arrival.await(link.cluster(), timeout);
            if (!connected) {
                throw new HubUnavailableException(
                        "not in the cluster after " + timeout.toMillis() + " ms: " + link.condition());
            }
            return new AsterismClient(link);
        } finally {
            if (!connected) {
                link.close();
            }
        }
    }
}
