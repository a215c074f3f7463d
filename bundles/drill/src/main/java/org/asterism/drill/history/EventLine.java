package org.asterism.drill.history;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asterism.lock.LockKey;
import org.asterism.lock.LockLoss;
import org.asterism.lock.LockMode;
import org.asterism.lock.LockRequest;

/** An event as a line of text. Its last field tells that the line is whole: a killed worker may leave half of one. */
public final class EventLine {

    private static final String FIELD = "\t";
    private static final String ITEM = ";";
    private static final String PART = "/";
    private static final String WHOLE = ".";

    private EventLine() {}

    public static String of(Event event) {
        Stream<Object> rest;
        if (event instanceof Event.Asked asked) {
            rest = Stream.of(
                    "asked",
                    asked.session(),
                    asked.patience(),
                    locks(asked),
                    asked.promotes().orElse(""));
        } else if (event instanceof Event.Granted granted) {
            rest = Stream.of("granted", join(granted.tokens().stream().map(Object::toString)));
        } else if (event instanceof Event.Ended ended) {
            rest = Stream.of("ended", ended.outcome(), ended.text().replaceAll("\\s+", " "));
        } else if (event instanceof Event.Believed believed) {
            rest = Stream.of("believed", believed.lock());
        } else if (event instanceof Event.Lost lost) {
            rest = Stream.of("lost", lost.lock(), lost.cause());
        } else if (event instanceof Event.Released released) {
            rest = Stream.of("released", released.lock());
        } else {
            rest = Stream.of("refused", ((Event.Refused) event).lock());
        }
        return Stream.of(Stream.of(event.attempt(), event.at()), rest, Stream.of(WHOLE))
                .flatMap(fields -> fields)
                .map(Object::toString)
                .collect(Collectors.joining(FIELD));
    }

    /** Empty if the line is no event, or not a whole one. */
    public static Optional<Event> parse(String line) {
        List<String> fields = List.of(line.split(FIELD, -1));
        if (fields.size() < 3 || !fields.get(fields.size() - 1).equals(WHOLE)) {
            return Optional.empty();
        }
        String attempt = fields.get(0);
        long at = Long.parseLong(fields.get(1));
        List<String> rest = fields.subList(3, fields.size() - 1);
        return Optional.of(
                switch (fields.get(2)) {
                    case "asked" ->
                        new Event.Asked(
                                attempt,
                                at,
                                rest.get(0),
                                Long.parseLong(rest.get(1)),
                                items(rest.get(2)).map(EventLine::lock).toList(),
                                Optional.of(rest.get(3)).filter(id -> !id.isEmpty()));
                    case "granted" ->
                        new Event.Granted(
                                attempt,
                                at,
                                items(rest.get(0)).map(Long::valueOf).toList());
                    case "ended" -> new Event.Ended(attempt, at, Outcome.valueOf(rest.get(0)), rest.get(1));
                    case "believed" -> new Event.Believed(attempt, at, Integer.parseInt(rest.get(0)));
                    case "lost" ->
                        new Event.Lost(attempt, at, Integer.parseInt(rest.get(0)), LockLoss.Cause.valueOf(rest.get(1)));
                    case "released" -> new Event.Released(attempt, at, Integer.parseInt(rest.get(0)));
                    case "refused" -> new Event.Refused(attempt, at, Integer.parseInt(rest.get(0)));
                    default -> throw new IllegalArgumentException("no event: " + line);
                });
    }

    private static String locks(Event.Asked asked) {
        return join(asked.locks().stream()
                .map(lock -> lock.mode()
                        + PART
                        + lock.key().namespace()
                        + PART
                        + lock.key().name()
                        + lock.key().arguments().stream()
                                .map(argument -> PART + argument)
                                .collect(Collectors.joining())));
    }

    private static LockRequest lock(String text) {
        List<String> parts = Arrays.asList(text.split(PART, -1));
        return new LockRequest(
                new LockKey(parts.get(1), parts.get(2), parts.subList(3, parts.size())),
                LockMode.valueOf(parts.get(0)));
    }

    private static String join(Stream<String> items) {
        return items.collect(Collectors.joining(ITEM));
    }

    private static Stream<String> items(String text) {
        return Arrays.stream(text.split(ITEM, -1));
    }
}
