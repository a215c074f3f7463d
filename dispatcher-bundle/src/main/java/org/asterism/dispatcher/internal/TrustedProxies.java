package org.asterism.dispatcher.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;

/** Who may tell us for whom it speaks: addresses and networks ({@code 10.0.0.0/8}, {@code fd00::/8}, {@code ::1}). */
public final class TrustedProxies {

    private static final Pattern ADDRESS = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final String KEY = "forwarded.trusted";

    private final List<Network> networks;

    private TrustedProxies(List<Network> networks) {
        this.networks = networks;
    }

    private static final class Network {

        private final byte[] address;
        private final int bits;

        Network(byte[] address, int bits) {
            this.address = address;
            this.bits = bits;
        }

        boolean contains(byte[] other) {
            if (other.length != address.length) {
                return false;
            }
            int whole = bits / Byte.SIZE;
            for (int i = 0; i < whole; i++) {
                if (other[i] != address[i]) {
                    return false;
                }
            }
            int rest = bits % Byte.SIZE;
            return rest == 0 || ((other[whole] ^ address[whole]) & (0xff << (Byte.SIZE - rest)) & 0xff) == 0;
        }
    }

    public static TrustedProxies nobody() {
        return new TrustedProxies(List.of());
    }

    /** @throws IllegalArgumentException if one is neither an address nor a network; names are not looked up */
    public static TrustedProxies of(List<String> networks) {
        return new TrustedProxies(networks.stream()
                .map(String::trim)
                .filter(network -> !network.isEmpty())
                .map(TrustedProxies::network)
                .toList());
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        byte[] address = address(slash < 0 ? text : text.substring(0, slash), text);
        int most = address.length * Byte.SIZE;
        return new Network(address, slash < 0 ? most : bits(text.substring(slash + 1), most, text));
    }

    private static byte[] address(String address, String text) {
        try {
            if (ADDRESS.matcher(address).matches() && (address.indexOf(':') >= 0 || isQuad(address))) {
                return InetAddress.getByName(address).getAddress();
            }
        } catch (UnknownHostException e) {
            throw malformed(text, e);
        }
        throw malformed(text, null);
    }

    private static boolean isQuad(String address) {
        return address.chars().filter(c -> c == '.').count() == 3;
    }

    private static int bits(String bits, int most, String text) {
        try {
            int value = Integer.parseInt(bits);
            if (value >= 0 && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw malformed(text, e);
        }
        throw malformed(text, null);
    }

    private static IllegalArgumentException malformed(String text, Exception cause) {
        return new IllegalArgumentException(
                KEY + " has '" + text + "', which is no address and no network like 10.0.0.0/8", cause);
    }

    public boolean isEmpty() {
        return networks.isEmpty();
    }

    public boolean trusts(InetAddress address) {
        byte[] bytes = address.getAddress();
        for (int i = 0; i < networks.size(); i++) {
            if (networks.get(i).contains(bytes)) {
                return true;
            }
        }
        return false;
    }
}
