package org.asterism.remote.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ConcurrentModificationException;
import java.util.List;
import org.asterism.remote.RemoteInvocationException;
import org.junit.jupiter.api.Test;

class ThrownExceptionsTest {

    public abstract static sealed class Refusal extends RuntimeException permits SoldOut {

        private static final long serialVersionUID = 1L;

        Refusal(String message) {
            super(message);
        }
    }

    public static final class SoldOut extends Refusal {

        private static final long serialVersionUID = 1L;

        public SoldOut(String message) {
            super(message);
        }
    }

    public static final class Unmakeable extends Exception {

        private static final long serialVersionUID = 1L;

        public Unmakeable(int code) {
            super("code " + code);
        }
    }

    interface Shop {
        void buy() throws IOException, Refusal, Unmakeable;
    }

    private final RemoteMethod buy =
            new MethodTable(List.of(Shop.class)).find("buy()").orElseThrow();

    private Throwable travelled(Throwable thrown) {
        return ThrownExceptions.recreate(ThrownExceptions.describe(thrown), buy);
    }

    @Test
    void aDeclaredExceptionIsMadeAgain() {
        assertThat(travelled(new IOException("disk full")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("disk full");
    }

    @Test
    void aKindOfADeclaredExceptionArrivesAsTheDeclaredOne() {
        assertThat(travelled(new FileNotFoundException("x.txt")))
                .isExactlyInstanceOf(IOException.class)
                .hasMessage("x.txt")
                .hasCauseInstanceOf(RemoteInvocationException.class)
                .hasRootCauseMessage("java.io.FileNotFoundException: x.txt");
    }

    @Test
    void whatADeclaredSealedExceptionPermitsIsMadeAgain() {
        assertThat(travelled(new SoldOut("none left")))
                .isExactlyInstanceOf(SoldOut.class)
                .hasMessage("none left");
    }

    @Test
    void runtimeExceptionsOfJavaLangAreMadeAgain() {
        assertThat(travelled(new IllegalStateException("closed")))
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("closed");
    }

    @Test
    void anythingElseIsToldByNameAndMessage() {
        assertThat(travelled(new ConcurrentModificationException("twice")))
                .isInstanceOfSatisfying(RemoteInvocationException.class, e -> assertThat(e.remoteType())
                        .isEqualTo("java.util.ConcurrentModificationException"))
                .hasMessage("java.util.ConcurrentModificationException: twice");
    }

    @Test
    void aDeclaredExceptionThatCannotBeMadeIsToldByName() {
        assertThat(travelled(new Unmakeable(7)))
                .isInstanceOf(RemoteInvocationException.class)
                .hasMessageContaining("Unmakeable: code 7");
    }

    @Test
    void anErrorIsNeverAnErrorOfTheCaller() {
        assertThat(travelled(new OutOfMemoryError("heap"))).isInstanceOf(RemoteInvocationException.class);
    }

    @Test
    void noClassIsMadeByANameFromTheWire() {
        Outcome.Threw forged = new Outcome.Threw(List.of("java.lang.ThreadDeath", "java.lang.Thread"), "");
        assertThat(ThrownExceptions.recreate(forged, buy)).isInstanceOf(RemoteInvocationException.class);
    }
}
