package org.asterism.sessions.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InvalidClassException;
import java.io.ObjectOutputStream;
import java.io.ObjectStreamConstants;
import java.util.HashMap;
import java.util.Map;

/**
 * Session attributes as bytes. Servlet attributes are any serializable objects, so this is Java serialization; the bytes come
 * from our own database and never from a client, and are read within bounds ({@link AttributeLimits}).
 */
public final class AttributeCodec {

    private final AttributeLimits limits;
    private final ClassHomes homes;

    public AttributeCodec(AttributeLimits limits, ClassHomes homes) {
        this.limits = limits;
        this.homes = homes;
    }

    /** Refuses what {@link #encode} would refuse, when it is set and not when the request is over. */
    public void check(String name, Object value) {
        if (!isSimple(value)) {
            encode(Map.of(name, value));
        }
    }

    private static boolean isSimple(Object value) {
        return value instanceof Integer
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof Character
                || value instanceof Double
                || value instanceof Enum;
    }

    /** @throws UnstorableAttributeException names the attribute */
    public byte[] encode(Map<String, Object> attributes) {
        BoundedBytes bytes = new BoundedBytes(limits.maxBytes());
        String name = "";
        Object value = attributes;
        try (ObjectOutputStream out = new HomewardOutput(bytes, homes)) {
            out.useProtocolVersion(ObjectStreamConstants.PROTOCOL_VERSION_2);
            out.writeInt(attributes.size());
            for (Map.Entry<String, Object> attribute : attributes.entrySet()) {
                name = attribute.getKey();
                value = attribute.getValue();
                out.writeUTF(name);
                out.writeObject(value);
                out.flush();
                bytes.check();
            }
        } catch (IOException | StackOverflowError e) {
            throw new UnstorableAttributeException(name, value.getClass(), e);
        }
        return bytes.toByteArray();
    }

    /**
     * @param fallback the class loader of the application
     * @throws UnreadableSessionException names the attribute
     */
    public Map<String, Object> decode(byte[] bytes, ClassLoader fallback) throws UnreadableSessionException {
        Map<String, Object> attributes = new HashMap<>();
        String name = "";
        try (HomewardInput in = new HomewardInput(new ByteArrayInputStream(bytes), limits, homes, fallback)) {
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                name = in.readUTF();
                attributes.put(name, in.readObject());
            }
        } catch (ClassNotFoundException | NoClassDefFoundError e) {
            throw new UnreadableSessionException(
                    "attribute " + name + ": the class " + e.getMessage() + " is not here", false, e);
        } catch (InvalidClassException e) {
            throw new UnreadableSessionException(
                    "attribute " + name + " is of another or a refused kind: " + e, true, e);
        } catch (IOException | RuntimeException e) {
            throw new UnreadableSessionException("attribute " + name + ": " + e, true, e);
        }
        return attributes;
    }
}
