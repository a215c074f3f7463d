package org.asterism.itests.beacon;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** Packs {@link Beacon} with a hand-written description: it needs no class of the product but the one that tells its node. */
public record BeaconBundle(Path log) {

    private static final String CODE = Beacon.class.getName().replace('.', '/') + ".class";

    /** Writes it beside the file first, so that nobody sees half of it. */
    public void writeTo(Path file) throws IOException {
        Path half = Files.createTempFile("asterism", ".jar");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(half), manifest());
                InputStream code = Beacon.class.getResourceAsStream("/" + CODE)) {
            jar.putNextEntry(new ZipEntry(CODE));
            code.transferTo(jar);
            jar.putNextEntry(new ZipEntry("OSGI-INF/beacon.xml"));
            jar.write(description().getBytes(UTF_8));
            jar.closeEntry();
        }
        Files.move(half, file);
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        var headers = manifest.getMainAttributes();
        headers.put(Name.MANIFEST_VERSION, "1.0");
        headers.putValue("Bundle-ManifestVersion", "2");
        headers.putValue("Bundle-SymbolicName", "beacon");
        headers.putValue("Bundle-Version", "1.0.0");
        headers.putValue("Service-Component", "OSGI-INF/beacon.xml");
        headers.putValue("Import-Package", "org.asterism.cluster");
        headers.putValue("Require-Capability", "osgi.extender;filter:=\"(osgi.extender=osgi.component)\"");
        return manifest;
    }

    private String description() {
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.5.0" name="beacon" immediate="true"
                    deactivate="deactivate" init="2">
                  <property name="asterism.singleton" value="beacon"/>
                  <property name="osgi.ds.satisfying.condition.target" value="(asterism.singleton=beacon)"/>
                  <property name="file" value="%s"/>
                  <reference name="cluster" interface="org.asterism.cluster.ClusterService" parameter="0"/>
                  <implementation class="%s"/>
                </scr:component>
                """.formatted(log, Beacon.class.getName());
    }
}
