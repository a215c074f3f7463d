package org.asterism.servernode.internal.war;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes.Name;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlainWarTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @CsvSource({
        "shop.war, shop, 0.0.0",
        "shop-1.war, shop, 1.0.0",
        "shop-1.2.war, shop, 1.2.0",
        "shop-admin-1.2.3.war, shop-admin, 1.2.3",
        "shop-1.2.3-SNAPSHOT.war, shop, 1.2.3",
        "shop-1.2.3.Final.war, shop, 1.2.3",
        "shop2.war, shop2, 0.0.0",
        "my shop&co.war, my_shop_co, 0.0.0",
    })
    void isNamedByItsFile(String file, String name, String version) {
        assertThat(PlainWar.named(file)).isEqualTo(new PlainWar(name, version));
    }

    @Test
    void otherNamesAreRefused() {
        assertThatThrownBy(() -> PlainWar.named("shop.jar")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void isAnArchiveWithWebContent() throws IOException {
        assertThat(PlainWar.is(archive("a.war", "", "WEB-INF/web.xml").toFile()))
                .isTrue();
        assertThat(PlainWar.is(archive("b.war", "", "WEB-INF/classes/a/B.class").toFile()))
                .isTrue();
        assertThat(PlainWar.is(archive("c.war", "", "index.html").toFile())).isFalse();
        assertThat(PlainWar.is(archive("d.jar", "", "WEB-INF/web.xml").toFile()))
                .isFalse();
    }

    @Test
    void aBundleIsNone() throws IOException {
        assertThat(PlainWar.is(
                        archive("a.war", "org.example", "WEB-INF/web.xml").toFile()))
                .isFalse();
    }

    @Test
    void whatCannotBeReadIsNone() throws IOException {
        Path half = Files.writeString(directory.resolve("half.war"), "PK");

        assertThat(PlainWar.is(half.toFile())).isFalse();
        assertThat(PlainWar.is(directory.resolve("gone.war").toFile())).isFalse();
        assertThat(PlainWar.is(
                        Files.createDirectory(directory.resolve("folder.war")).toFile()))
                .isFalse();
    }

    @Test
    void theEnginesPackagesAreImportedWhateverItBrings() {
        assertThat(new PlainWar("shop", "1.2.0").parameters())
                .startsWith(
                        "Bundle-SymbolicName=shop&Bundle-Version=1.2.0&Web-ContextPath=shop&Import-Package=javax.servlet;")
                .contains(",javax.el;resolution:=optional,", ",org.xml.sax;resolution:=optional,")
                .endsWith(",*;resolution:=optional");
    }

    private Path archive(String name, String symbolicName, String entry) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Name.MANIFEST_VERSION, "1.0");
        if (!symbolicName.isEmpty()) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", symbolicName);
        }
        Path file = directory.resolve(name);
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            out.putNextEntry(new ZipEntry(entry));
        }
        return file;
    }
}
