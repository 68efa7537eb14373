package io.redial.emulator.junit;

import io.redial.emulator.CloudEmulator;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Hands clouds to tests. The stores of JUnit, one for each class and test, close what is in them at their end. */
final class CloudEmulatorExtension implements ParameterResolver {
    private static final ExtensionContext.Namespace NAMESPACE =
            ExtensionContext.Namespace.create(CloudEmulatorExtension.class);

    /** A constructor is part of the test that it makes an object for. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == CloudEmulator.class || type == ClientSettings.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var wish = EmulatorConfiguration.find(context);
        var cloud = cloud(wish, context);
        return parameter.getParameter().getType() == CloudEmulator.class
                ? cloud
                : ClientSettings.of(cloud, wish.annotation().https());
    }

    private static CloudEmulator cloud(EmulatorConfiguration wish, ExtensionContext context) {
        if (!wish.isShared() && context.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(
                    "each test has a cloud of its own, so there is none before the first and after the last;"
                            + " @CloudEmulatorTest(lifecycle = PER_CLASS) makes one for all");
        }
        // a store also looks into those around it, where that of a class may have one of its own
        var key = wish.isShared() ? wish.context().getUniqueId() : context.getUniqueId();
        return (wish.isShared() ? wish.context() : context)
                .getStore(NAMESPACE)
                .getOrComputeIfAbsent(key, id -> CloudEmulator.start(wish.options()), CloudEmulator.class);
    }
}
