package org.asterism.deployment.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void tellsNameVersionAndEnding() {
        assertThat(FileName.of("/tmp/shop-1.2.war")).isEqualTo(new FileName("shop", "1.2.0", "war"));
        assertThat(FileName.of("https://x.org/my-shop-1.0.0-SNAPSHOT.war?y=1"))
                .isEqualTo(new FileName("my-shop", "1.0.0", "war"));
        assertThat(FileName.of("shop.kar")).isEqualTo(new FileName("shop", "0.0.0", "kar"));
        assertThat(FileName.of("mvn:org.x/shop/1.4/war")).isEqualTo(new FileName("shop", "1.4.0", "war"));
        assertThat(FileName.of("mvn:org.x/shop/1.4.2")).isEqualTo(new FileName("shop", "1.4.2", "jar"));
        assertThat(FileName.of("a b!.war").name()).isEqualTo("a_b_");
        assertThat(FileName.of("shop")).isEqualTo(new FileName("shop", "0.0.0", ""));
    }
}
