package io.redial.emulator.admin;

import static java.util.stream.Collectors.joining;

import io.redial.emulator.CloudEmulator;
import io.redial.emulator.cloud.CloudRegions;
import io.redial.emulator.protocol.IncomingRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The admin API: finds the route of a request, and answers all that can be wrong with it. */
public final class AdminRequestHandler {
    private static final String ROOT = "/_emulator";

    private final HostCheck hostCheck;
    private final List<AdminRoute> routes;

    /**
     * A door into an emulator.
     *
     * @param anyHost whether the emulator may be called by any name
     */
    public AdminRequestHandler(CloudEmulator emulator, CloudRegions regions, boolean anyHost) {
        this.hostCheck = new HostCheck(anyHost);
        this.routes = Stream.of(
                        StateRoutes.of(emulator, regions),
                        QuotaRoutes.of(emulator),
                        FaultRoutes.of(emulator),
                        ClockRoutes.of(emulator),
                        CallRoutes.of(emulator),
                        InstanceRoutes.of(emulator, regions),
                        TaskRoutes.of(regions),
                        StatusPage.routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Whether that path leads here. */
    public static boolean isAdminPath(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** How many bytes of the body of such a request are of use. */
    public int maxBodyBytes(String method, String path) {
        return routes.stream()
                .filter(route -> route.method().equals(method)
                        && route.matchPath(path.substring(ROOT.length())).isPresent())
                .mapToInt(AdminRoute::maxBodyBytes)
                .findFirst()
                .orElse(0);
    }

    /** Answers a request, on a thread of its own kind: some answers take long to compute. */
    public Mono<AdminResponse> handle(IncomingRequest arrival) {
        return Mono.fromSupplier(() -> response(arrival)).subscribeOn(Schedulers.parallel());
    }

    private AdminResponse response(IncomingRequest arrival) {
        try {
            hostCheck.check(arrival);
            return dispatch(arrival);
        } catch (AdminError e) {
            return e.response();
        } catch (IllegalArgumentException | IllegalStateException e) {
            // what the emulator itself says about a wish that it cannot fulfil
            return AdminResponse.error(400, String.valueOf(e.getMessage()));
        }
    }

    private AdminResponse dispatch(IncomingRequest arrival) {
        var path = arrival.path().substring(ROOT.length());
        for (var route : routes) {
            var name = route.matchPath(path);
            if (name.isPresent() && route.method().equals(arrival.method())) {
                if (arrival.isLargerThan(Integer.MAX_VALUE, route.maxBodyBytes())) {
                    throw new AdminError(413, "the body is larger than " + route.maxBodyBytes() + " bytes");
                }
                return route.handler().apply(new AdminRequest(name.get(), arrival));
            }
        }
        return noRouteResponse(path);
    }

    private AdminResponse noRouteResponse(String path) {
        var methods = routes.stream()
                .filter(route -> route.matchPath(path).isPresent())
                .map(AdminRoute::method)
                .collect(joining(", "));
        return methods.isEmpty()
                ? AdminResponse.error(404, "there is nothing at " + ROOT + path + "; there are " + paths())
                : AdminResponse.error(405, ROOT + path + " takes " + methods).withHeaders(Map.of("Allow", methods));
    }

    private String paths() {
        return routes.stream()
                .map(AdminRoute::path)
                .distinct()
                .map(ROOT::concat)
                .collect(joining(", "));
    }
}
