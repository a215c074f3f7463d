package org.asterism.remote.internal.client;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.util.function.Supplier;
import org.asterism.cluster.ClusterView;
import org.asterism.cluster.ServiceEntry;
import org.asterism.remote.internal.cbor.PreparedMethods;
import org.asterism.remote.internal.messaging.RemoteProxy;

/**
 * Stands for one endpoint until that is gone, then for another one of the same type as soon as there is one. While there is
 * none, and while the view is stale, calls go to the last one, to fail as calls do that do not come through.
 */
final class FollowingProxy implements InvocationHandler {

    private final Class<?> type;
    private final Supplier<ClusterView> views;
    private final Candidates candidates;
    private final Proxies proxies;
    private final PreparedMethods methods;
    private volatile Followed followed;

    /** What is followed, and in which view it was seen last. */
    private record Followed(ServiceEntry entry, RemoteProxy proxy, ClusterView seen) {}

    FollowingProxy(
            Class<?> type, ServiceEntry first, Supplier<ClusterView> views, Candidates candidates, Proxies proxies) {
        this.type = type;
        this.views = views;
        this.candidates = candidates;
        this.proxies = proxies;
        this.methods = proxies.prepare(type);
        this.followed = new Followed(first, proxies.of(first, methods), ClusterView.UNKNOWN);
    }

    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
        return present().invoke(proxy, method, arguments);
    }

    @SuppressWarnings("ReferenceEquality") // a look at each call: an equal view that is another object does no harm
    private RemoteProxy present() {
        ClusterView view = views.get();
        Followed last = followed;
        if (last.seen() != view) {
            last = follow(last, view);
            followed = last;
        }
        return last.proxy();
    }

    private Followed follow(Followed last, ClusterView view) {
        boolean there = view.service(last.entry().id()).isPresent();
        if (there || view.stale()) {
            return new Followed(last.entry(), last.proxy(), view);
        }
        return candidates
                .best(view, type)
                .map(next -> new Followed(next, proxies.of(next, methods), view))
                .orElseGet(() -> new Followed(last.entry(), last.proxy(), view));
    }
}
