package org.asterism.lock.internal.cbor;

import java.util.List;

/**
 * Where threads stand.
 *
 * @param stacks of the parties in the order in which they were asked for, top first; empty where there is no such thread
 */
public record StacksAnswer(List<List<String>> stacks) implements LockMessage {

    /** How many frames of a stack are told; longer ones are cut off. */
    public static final int MAX_FRAMES = 64;

    /** How many characters of a frame are told; longer ones are cut off. */
    public static final int MAX_TEXT = 512;

    public StacksAnswer {
        stacks = stacks.stream().map(StacksAnswer::bounded).toList();
    }

    private static List<String> bounded(List<String> stack) {
        return stack.stream()
                .limit(MAX_FRAMES)
                .map(frame -> frame.substring(0, Math.min(frame.length(), MAX_TEXT)))
                .toList();
    }

    @Override
    public void write(CborWriter out) {
        out.list(stacks, (writer, stack) -> writer.list(stack, CborWriter::text));
    }

    static StacksAnswer read(CborReader in) {
        return new StacksAnswer(
                in.list(StacksRequest.MAX_PARTIES, reader -> reader.list(MAX_FRAMES, CborReader::text)));
    }
}
