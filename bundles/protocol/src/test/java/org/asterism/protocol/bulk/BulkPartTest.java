package org.asterism.protocol.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;

class BulkPartTest {

    @Test
    void comesBackAsItWas() {
        assertThat(BulkPart.of(new BulkPart.Open(-7).encoded())).isEqualTo(new BulkPart.Open(-7));
        assertThat(BulkPart.of(new BulkPart.End(7, 1L << 40).encoded())).isEqualTo(new BulkPart.End(7, 1L << 40));
        assertThat(BulkPart.of(new BulkPart.Abort(7, "voll ß").encoded())).isEqualTo(new BulkPart.Abort(7, "voll ß"));
        BulkPart.Piece piece = (BulkPart.Piece) BulkPart.of(new BulkPart.Piece(7, 3, new byte[] {1, 2}).encoded());
        assertThat(piece.stream()).isEqualTo(7);
        assertThat(piece.number()).isEqualTo(3);
        assertThat(piece.content()).containsExactly(1, 2);
    }

    @Test
    void refusesWhatIsNoPart() {
        assertThatIllegalArgumentException().isThrownBy(() -> BulkPart.of(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> BulkPart.of(new byte[8]));
        assertThatIllegalArgumentException().isThrownBy(() -> BulkPart.of(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0}));
        assertThatIllegalArgumentException().isThrownBy(() -> BulkPart.of(new byte[] {9, 0, 0, 0, 0, 0, 0, 0, 0}));
    }

    @Test
    void neverFailsInAnotherWayOnRandomBytes() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 10_000; run++) {
            byte[] bytes = new byte[random.nextInt(20)];
            random.nextBytes(bytes);
            try {
                assertThat(BulkPart.of(bytes)).isNotNull();
            } catch (IllegalArgumentException refused) {
                assertThat(refused).as("seed %d", seed).hasMessageStartingWith("no part of a stream");
            }
        }
    }
}
