package org.asterism.dispatcher.internal.osgi;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.asterism.dispatcher.internal.ForwardedStyle;
import org.asterism.dispatcher.internal.FrontSettings;
import org.asterism.dispatcher.internal.Http2Settings;
import org.asterism.dispatcher.internal.PrivateFile;
import org.asterism.dispatcher.internal.StickyKey;
import org.asterism.dispatcher.internal.TlsSettings;
import org.asterism.dispatcher.internal.TrustedProxies;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the configuration says of the side of the clients, checked. */
final class ConfiguredFront {

    private static final Logger LOG = LoggerFactory.getLogger(ConfiguredFront.class);

    private ConfiguredFront() {}

    static FrontSettings of(DispatcherConfig config) {
        return new FrontSettings(
                TrustedProxies.of(values(config.forwarded_trusted())),
                ForwardedStyle.of(config.forwarded_style()),
                config.proxy_protocol(),
                tls(config),
                new Http2Settings(config.http2(), config.http2_streams_max(), config.http2_resets_max()));
    }

    static StickyKey stickyKey(DispatcherConfig config) {
        String file = config.sticky_secret_file();
        if (file.isBlank()) {
            LOG.warn("sticky.secret.file is not set: sticky cookies end with this start of the dispatcher"
                    + ", and other dispatchers do not know them");
            return StickyKey.random();
        }
        return StickyKey.of(PrivateFile.read("sticky.secret.file", Path.of(file)));
    }

    private static Optional<TlsSettings> tls(DispatcherConfig config) {
        List<Path> files = paths(config.tls_keystore_file());
        if (files.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new TlsSettings(
                config.tls_port(),
                TlsSettings.stores(files, paths(config.tls_keystore_password_file())),
                values(config.tls_protocols()),
                values(config.tls_ciphers()),
                config.tls_redirect()));
    }

    private static List<Path> paths(String[] files) {
        return values(files).stream().map(Path::of).toList();
    }

    /** A list in a text file is one value with commas. */
    private static List<String> values(String[] configured) {
        return Arrays.stream(configured)
                .flatMap(value -> Arrays.stream(value.split(",", -1)))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .toList();
    }
}
