package io.redial.examples;

import io.redial.reactive.TencentCrs;
import io.redial.tencent.crs.DescribeRedisRequest;
import io.redial.tencent.crs.Instance;
import io.redial.tencent.crs.UpgradeRedisRequest;
import java.util.Comparator;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import reactor.core.publisher.Mono;

/** Upgrades an instance through API v2: UpgradeRedis, and then its order until the instance runs again. */
@Command(
        name = "crs-upgrade",
        mixinStandardHelpOptions = true,
        versionProvider = ExamplesCommand.Version.class,
        sortOptions = false,
        description = {
            "Upgrades an instance through the older API v2 (CRS), and follows its order until it runs again.",
            "Keys come from TENCENTCLOUD_SECRET_ID, TENCENTCLOUD_SECRET_KEY and TENCENTCLOUD_TOKEN. The exit code is 0 if it"
                    + " was upgraded."
        })
final class CrsUpgradeCommand implements Callable<Integer> {
    private static final int PAGE_SIZE = 100;

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "ID",
            description = "the instance, for example crs-ifmymj41; without --endpoint by default the smallest")
    private @Nullable String id;

    @Mixin
    private CloudOptions cloud = new CloudOptions();

    @Option(
            names = "--mem-size",
            paramLabel = "MB",
            description = "the new size of the instance, a multiple of 1024 (default: twice its present size)")
    private @Nullable Long memSize;

    CrsUpgradeCommand(CommandContext surroundings) {
        this.context = surroundings;
    }

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(spec);
        if (id == null && cloud.endpoint() != null) {
            throw new ParameterException(command.commandLine(), "name the instance: none is picked behind --endpoint");
        }
        return new CommandRunner(context, command).run(() -> cloud.target(context), cloud::crsClient, this::upgrade);
    }

    private int upgrade(TencentCrs crs, CallCounter calls, StopSignal interruption) {
        var out = context.out();
        var work = instance(crs)
                .map(this::order)
                .doOnNext(order -> out.println(order.redisId() + " is to have " + order.memSize() + " MB"))
                .flatMapMany(crs::follow);
        return new OperationPrinter(out).printUntilComplete(work, interruption);
    }

    private Mono<Instance> instance(TencentCrs crs) {
        var request = DescribeRedisRequest.builder().limit(PAGE_SIZE).offset(0);
        if (id != null) {
            request.redisId(id);
        }
        return crs.items(request.build())
                .filter(instance -> instance.redisId() != null && instance.size() != null)
                .sort(Comparator.comparing(Instance::size))
                .next()
                .switchIfEmpty(Mono.error(this::noInstance));
    }

    private NoSuchElementException noInstance() {
        return new NoSuchElementException("there is no instance " + (id == null ? "" : id + " ") + "in "
                + cloud.region().id());
    }

    private UpgradeRedisRequest order(Instance instance) {
        var wanted = memSize == null ? 2 * Objects.requireNonNull(instance.size()) : memSize;
        return UpgradeRedisRequest.of(Objects.requireNonNull(instance.redisId()), wanted);
    }
}
