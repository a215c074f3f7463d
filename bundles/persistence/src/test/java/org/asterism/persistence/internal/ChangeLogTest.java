package org.asterism.persistence.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangeLogTest {

    @Test
    void isRecordedUnderItsOwnNames() {
        ChangeLog changeLog = new ChangeLog("web-shop", "sql", "");
        assertThat(changeLog.path()).isEqualTo("web-shop.sql");
        assertThat(changeLog.table()).isEqualTo("asterism_changes_web_shop");
    }

    @Test
    void theChecksumTellsVersionsApart() {
        ChangeLog one = new ChangeLog("shop", "sql", "a");
        assertThat(one.checksum()).hasSize(64).isEqualTo(new ChangeLog("shop", "sql", "a").checksum());
        assertThat(one.checksum()).isNotEqualTo(new ChangeLog("shop", "sql", "b").checksum());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "Shop", "1shop", "shop;drop table x", "shop_1", "a23456789012345678901234567890123456789012"
            })
    void refusesWhatIsNoNameOfASchema(String schema) {
        assertThatIllegalArgumentException().isThrownBy(() -> new ChangeLog(schema, "sql", ""));
    }

    @Test
    void refusesAnUnknownFormat() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ChangeLog("shop", "txt", ""))
                .withMessageContaining("'txt'");
    }
}
