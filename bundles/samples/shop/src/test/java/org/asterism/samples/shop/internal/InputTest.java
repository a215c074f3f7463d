package org.asterism.samples.shop.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "star-map", "X1", "9.b_c-d"})
    void takesNamesOfProducts(String sku) {
        assertThat(new Sku(sku).value()).isEqualTo(sku);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-a",
                ".",
                "a b",
                "a/b",
                "<b>",
                "é",
                "a\n",
                "a2345678901234567890123456789012345678901234567890123456789012345"
            })
    void refusesOtherNames(String sku) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> new Sku(sku));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1000", "007"})
    void takesQuantities(String quantity) {
        assertThat(Amount.quantity(quantity)).isBetween(1L, 1000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1001", "1.0", "1e3", " 1", "99999999999999999999"})
    void refusesOtherQuantities(String quantity) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Amount.quantity(quantity))
                .withMessage("quantity must be a number from 1 to 1000");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1000000000"})
    void takesStocks(String stock) {
        assertThat(Amount.stock(stock)).isBetween(0L, 1_000_000_000L);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000001", "many"})
    void refusesOtherStocks(String stock) {
        assertThatExceptionOfType(InvalidInputException.class).isThrownBy(() -> Amount.stock(stock));
    }
}
