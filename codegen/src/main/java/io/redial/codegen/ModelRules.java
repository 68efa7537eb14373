package io.redial.codegen;

import java.util.List;

/** What a request, an answer or a structure is made of, in the order in which it stands in the class. */
final class ModelRules {
    static final List<ModelRule> IN_ORDER = List.of(
            new ModelDocRule(),
            new ContractRule(),
            new WireTypeRule(),
            new ActionRule(),
            new FieldsRule(),
            new FactoryRule(),
            new AccessorRule(),
            new HandleRule(),
            new WorkRule(),
            new PagingRule(),
            new IdentityRule(),
            new TextRule(),
            new WireRule(),
            new BuilderRule());

    private ModelRules() {}
}
