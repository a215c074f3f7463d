package org.asterism.samples.shop.internal;

import java.util.regex.Pattern;

/**
 * The name of a product.
 *
 * @param value letters, digits, {@code .}, {@code _} and {@code -}, beginning with a letter or digit; at most 64 characters
 */
public record Sku(String value) {

    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    /** @throws InvalidInputException if the value is not the name of a product */
    public Sku {
        if (!VALID.matcher(value).matches()) {
            throw new InvalidInputException(
                    "a product is named by 1 to 64 letters, digits, '.', '_' and '-', the first a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
