package org.asterism.deployment.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.asterism.deployment.Artifact;
import org.asterism.deployment.Deployment;
import org.asterism.deployment.DeploymentKind;

/** What tells one state of a deployment from another one of the same name: its content, not its target or where it came from. */
public final class Identity {

    private static final int LENGTH = 32;

    private Identity() {}

    /** 32 hexadecimal digits. */
    public static String of(Deployment deployment) {
        String source = deployment.kind() == DeploymentKind.FEATURE ? deployment.source() : "";
        String all = String.join(
                "\n",
                deployment.kind().name(),
                deployment.version(),
                deployment.artifact().map(Artifact::sha256).orElse(""),
                source,
                PropertyText.write(deployment.properties()));
        return HexFormat.of()
                .formatHex(sha256().digest(all.getBytes(StandardCharsets.UTF_8)))
                .substring(0, LENGTH);
    }

    /** A new digest. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
