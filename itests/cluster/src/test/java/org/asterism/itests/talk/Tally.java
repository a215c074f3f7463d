package org.asterism.itests.talk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.SortedMap;

/**
 * The account of one talker.
 *
 * @param sent channel → the last number
 * @param heard channel and sender → the last number
 * @param wrong what is not as it should be, in words; no more than some
 * @param epochs of the hubs that it was connected to, in order
 * @param members whom it knows
 */
public record Tally(
        SortedMap<String, Long> sent,
        SortedMap<String, Long> heard,
        List<String> wrong,
        List<Long> epochs,
        long epoch,
        boolean stale,
        boolean warming,
        List<String> members) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Tally parse(String text) {
        try {
            return JSON.readValue(text, Tally.class);
        } catch (JsonProcessingException e) {
            throw new AssertionError(text, e);
        }
    }

    String text() {
        try {
            return JSON.writeValueAsString(this);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }

    /** Over all channels. */
    public long sentInAll() {
        return sent.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Over all channels and senders. */
    public long heardInAll() {
        return heard.values().stream().mapToLong(Long::longValue).sum();
    }
}
