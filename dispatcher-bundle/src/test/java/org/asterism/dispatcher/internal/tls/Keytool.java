package org.asterism.dispatcher.internal.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.asterism.dispatcher.internal.TlsSettings.StoreFile;

/** Makes key stores in a directory, as an operator does. All have the same password. */
public final class Keytool {

    private static final String PASSWORD = "changeit-now";

    private final Path directory;

    public Keytool(Path directory) throws IOException {
        this.directory = directory;
        secret("password", PASSWORD);
    }

    /** A file of mode 0600. */
    public Path secret(String name, String content) throws IOException {
        Path file = directory.resolve(name);
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        return Files.writeString(file, content);
    }

    public Path passwordFile() {
        return directory.resolve("password");
    }

    public StoreFile store(String name) {
        return new StoreFile(directory.resolve(name + ".p12"), passwordFile());
    }

    /** A new key with a certificate that it signs itself. */
    public void selfSigned(String name, String subject, String... more) throws IOException, InterruptedException {
        Files.deleteIfExists(directory.resolve(name + ".p12"));
        List<String> arguments = new ArrayList<>(
                List.of("-genkeypair", "-alias", name, "-keyalg", "EC", "-dname", subject, "-keystore", name + ".p12"));
        arguments.addAll(List.of(more));
        run(arguments);
    }

    /** Replaces one store by a copy of another, at once. */
    public void use(String store, String as) throws IOException {
        Path whole = Files.copy(directory.resolve(store + ".p12"), directory.resolve("part"));
        Files.move(whole, directory.resolve(as + ".p12"), StandardCopyOption.REPLACE_EXISTING);
    }

    public X509Certificate certificate(String name) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(directory.resolve(name + ".p12").toFile(), PASSWORD.toCharArray());
        return (X509Certificate) store.getCertificate(name);
    }

    private void run(List<String> arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(arguments);
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
    }
}
