package org.asterism.shell.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asterism.documents.Ages;
import org.asterism.lock.LockInfo;

/** The cluster singletons, as the lock table knows them. */
public record SingletonListing(List<LockInfo> locks) implements Report {

    /** With a copy of the list. */
    public SingletonListing {
        locks = List.copyOf(locks);
    }

    @Override
    public String text() {
        if (locks.isEmpty()) {
            return "no component with the property asterism.singleton is anywhere\n";
        }
        TextTable table = new TextTable("SINGLETON", "MEMBER", "TOKEN", "SINCE", "NEXT");
        for (LockInfo lock : locks) {
            table.row(name(lock), member(lock), token(lock), age(lock), next(lock));
        }
        return table.toString();
    }

    @Override
    public Object document() {
        return locks.stream().map(SingletonListing::document).toList();
    }

    private static Map<String, Object> document(LockInfo lock) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("name", name(lock));
        lock.holders().stream().limit(1).forEach(holder -> {
            document.put("member", holder.member().value());
            document.put("fencingToken", Long.toString(holder.fencingToken()));
            document.put("ageMillis", holder.age().toMillis());
        });
        document.put(
                "next",
                lock.waiters().stream().map(waiter -> waiter.member().value()).toList());
        return document;
    }

    private static String name(LockInfo lock) {
        return String.join(", ", lock.key().arguments());
    }

    private static String member(LockInfo lock) {
        return lock.holders().stream()
                .map(holder -> holder.member().value())
                .findFirst()
                .orElse("-");
    }

    private static String token(LockInfo lock) {
        return lock.holders().stream()
                .map(holder -> Long.toString(holder.fencingToken()))
                .findFirst()
                .orElse("-");
    }

    private static String age(LockInfo lock) {
        return lock.holders().stream()
                .map(holder -> Ages.text(holder.age()))
                .findFirst()
                .orElse("-");
    }

    private static String next(LockInfo lock) {
        return lock.waiters().isEmpty()
                ? "-"
                : lock.waiters().stream().map(waiter -> waiter.member().value()).collect(Collectors.joining(" "));
    }
}
