package io.redial.examples;

import io.redial.aliyun.kvstore.ModifyInstanceSpecRequest;
import io.redial.reactive.AliyunKvStore;
import io.redial.reactive.follow.Progress;
import java.time.Duration;
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
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Resizes an instance of Alibaba's R-KVStore: ModifyInstanceSpec, and then its instance until it runs again. */
@Command(
        name = "aliyun-resize",
        mixinStandardHelpOptions = true,
        versionProvider = ExamplesCommand.Version.class,
        sortOptions = false,
        description = {
            "Gives an instance of Alibaba Cloud's R-KVStore another class, and follows it until it runs again.",
            "Keys come from ALIBABA_CLOUD_ACCESS_KEY_ID, ALIBABA_CLOUD_ACCESS_KEY_SECRET and ALIBABA_CLOUD_SECURITY_TOKEN."
                    + " The exit code is 0 if it was resized."
        })
final class AliyunResizeCommand implements Callable<Integer> {
    private static final String DOCUMENTED_CLASS = "redis.master.small.default";

    /** Only the state of its instance tells of this work, so it has to last until somebody looks. */
    private static final Duration MIN_TASK_DURATION = Duration.ofSeconds(1);

    private static final Duration MAX_TASK_DURATION = Duration.ofSeconds(2);

    private final CommandContext context;

    @Spec
    private @Nullable CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ID",
            description =
                    "the instance, for example r-j6cxxxxxxxxxxxxx; without --endpoint by default the first without"
                            + " shards")
    private @Nullable String id;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "CLASS",
            description = "its new class; without --endpoint by default " + DOCUMENTED_CLASS)
    private @Nullable String instanceClass;

    @Mixin
    private EndpointOption cloud = new EndpointOption();

    @Option(
            names = "--region",
            paramLabel = "ID",
            defaultValue = "cn-hangzhou",
            description = "where the instance is (default: ${DEFAULT-VALUE})")
    private String region = "";

    AliyunResizeCommand(CommandContext surroundings) {
        this.context = surroundings;
    }

    @Override
    public Integer call() {
        var command = Objects.requireNonNull(spec);
        if (cloud.endpoint() != null && (id == null || instanceClass == null)) {
            throw new ParameterException(
                    command.commandLine(), "name the instance and its class: none is picked behind --endpoint");
        }
        var embedded = context.emulatorOptions().taskDuration(MIN_TASK_DURATION, MAX_TASK_DURATION);
        var destination = cloud.target(context.out(), context.aliyunCredentials(), embedded);
        return new CommandRunner(context, command)
                .run(
                        () -> destination,
                        this::client,
                        (aliyun, calls, interruption) -> new OperationPrinter(context.out())
                                .printUntilComplete(resize(aliyun, instance(destination, calls)), interruption));
    }

    private AliyunKvStore client(CloudTarget destination, CallCounter calls) {
        return destination
                .configure(AliyunKvStore.builder(), calls)
                .region(region)
                .build();
    }

    private Mono<String> instance(CloudTarget destination, CallCounter calls) {
        return Mono.justOrEmpty(id).switchIfEmpty(EmbeddedInstanceFinder.findWithoutShards(destination, calls));
    }

    private Flux<? extends Progress<?>> resize(AliyunKvStore aliyun, Mono<String> instance) {
        var newClass = Objects.requireNonNullElse(instanceClass, DOCUMENTED_CLASS);
        return instance.doOnNext(found -> context.out().println(found + " is to be a " + newClass))
                .flatMapMany(found -> aliyun.follow(ModifyInstanceSpecRequest.of(newClass, found)));
    }
}
