package org.asterism.remote.internal.cbor;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.Currency;
import java.util.Date;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Queue;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentMap;

/** The types that need not be looked into. */
final class KnownTypes {

    private static final Set<Class<?>> TEXTS =
            Set.of(String.class, Character.class, UUID.class, URI.class, Locale.class, Currency.class, Date.class);

    private static final Set<Class<?>> NUMBERS =
            Set.of(Byte.class, Short.class, Integer.class, Long.class, Float.class, Double.class, Boolean.class);

    private static final Set<Class<?>> TIMES = Set.of(
            Instant.class,
            Duration.class,
            LocalDate.class,
            LocalDateTime.class,
            LocalTime.class,
            MonthDay.class,
            OffsetDateTime.class,
            OffsetTime.class,
            Period.class,
            Year.class,
            YearMonth.class,
            ZoneId.class,
            ZoneOffset.class,
            ZonedDateTime.class);

    /** {@code Object} is carried as what CBOR has: text, number, boolean, list or map. */
    private static final Set<Class<?>> OTHERS = Set.of(
            Object.class,
            Number.class,
            BigInteger.class,
            BigDecimal.class,
            OptionalInt.class,
            OptionalLong.class,
            OptionalDouble.class,
            Void.class);

    private static final Set<Class<?>> CONTAINERS = Set.of(
            Optional.class,
            Collection.class,
            List.class,
            Set.class,
            SortedSet.class,
            NavigableSet.class,
            Queue.class,
            Deque.class,
            EnumSet.class,
            Map.class,
            SortedMap.class,
            NavigableMap.class,
            ConcurrentMap.class,
            EnumMap.class);

    private final Set<Class<?>> keys = new HashSet<>();

    /** @param more classes of values that are carried as text, also as keys */
    KnownTypes(Collection<Class<?>> more) {
        List.of(TEXTS, NUMBERS, TIMES).forEach(keys::addAll);
        keys.addAll(more);
    }

    boolean isKey(Class<?> type) {
        return keys.contains(type) || type.isEnum();
    }

    boolean isValue(Class<?> type) {
        return type.isPrimitive() || isKey(type) || OTHERS.contains(type);
    }

    /** A collection, a map or an {@code Optional}; also the usual classes of {@code java.util}. */
    boolean isContainer(Class<?> type) {
        return CONTAINERS.contains(type) || isUsualClass(type);
    }

    private static boolean isUsualClass(Class<?> type) {
        boolean container = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        return container
                && type.getPackageName().startsWith("java.util")
                && List.of(type.getConstructors()).stream().anyMatch(made -> made.getParameterCount() == 0);
    }
}
