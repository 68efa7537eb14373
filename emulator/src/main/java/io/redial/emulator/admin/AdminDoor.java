package io.redial.emulator.admin;

import static java.util.stream.Collectors.joining;

import io.redial.emulator.CloudEmulator;
import io.redial.emulator.cloud.Regions;
import io.redial.emulator.door.Arrival;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The admin API: finds the route of a request, and answers all that can be wrong with it. */
public final class AdminDoor {
    private static final String ROOT = "/_emulator";

    private final Visitors visitors;
    private final List<Route> routes;

    /**
     * A door into an emulator.
     *
     * @param anyHost whether the emulator may be called by any name
     */
    public AdminDoor(CloudEmulator emulator, Regions regions, boolean anyHost) {
        this.visitors = new Visitors(anyHost);
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
    public static boolean isFor(String path) {
        return path.equals(ROOT) || path.startsWith(ROOT + "/");
    }

    /** How many bytes of the body of such a request are of use. */
    public int maxBodyBytes(String method, String path) {
        return routes.stream()
                .filter(route -> route.method().equals(method)
                        && route.match(path.substring(ROOT.length())).isPresent())
                .mapToInt(Route::maxBodyBytes)
                .findFirst()
                .orElse(0);
    }

    /** Answers a request, on a thread of its own kind: some answers take long to compute. */
    public Mono<AdminReply> answer(Arrival arrival) {
        return Mono.fromSupplier(() -> reply(arrival)).subscribeOn(Schedulers.parallel());
    }

    private AdminReply reply(Arrival arrival) {
        try {
            visitors.check(arrival);
            return find(arrival);
        } catch (AdminError e) {
            return e.reply();
        } catch (IllegalArgumentException | IllegalStateException e) {
            // what the emulator itself says about a wish that it cannot fulfil
            return AdminReply.error(400, String.valueOf(e.getMessage()));
        }
    }

    private AdminReply find(Arrival arrival) {
        var path = arrival.path().substring(ROOT.length());
        for (var route : routes) {
            var name = route.match(path);
            if (name.isPresent() && route.method().equals(arrival.method())) {
                if (arrival.isLargerThan(Integer.MAX_VALUE, route.maxBodyBytes())) {
                    throw new AdminError(413, "the body is larger than " + route.maxBodyBytes() + " bytes");
                }
                return route.work().apply(new Ask(name.get(), arrival));
            }
        }
        return noRoute(path);
    }

    private AdminReply noRoute(String path) {
        var methods = routes.stream()
                .filter(route -> route.match(path).isPresent())
                .map(Route::method)
                .collect(joining(", "));
        return methods.isEmpty()
                ? AdminReply.error(404, "there is nothing at " + ROOT + path + "; there are " + paths())
                : AdminReply.error(405, ROOT + path + " takes " + methods).with(Map.of("Allow", methods));
    }

    private String paths() {
        return routes.stream().map(Route::path).distinct().map(ROOT::concat).collect(joining(", "));
    }
}
