package io.redial.codegen;

import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;

/** The interfaces of a request or an answer: they decide which of the client's verbs accept it. */
final class ContractRule implements ModelRule {

    @Override
    public boolean applies(Model model) {
        return model.action() != null;
    }

    @Override
    public void execute(Model model, TypeSpec.Builder type) {
        var action = model.requireAction();
        var followable = action.handle() != null;
        if (model.kind() == Model.Kind.RESPONSE) {
            type.addSuperinterface(followable ? Names.FOLLOWABLE_RESPONSE : Names.API_RESPONSE);
            return;
        }
        var response = Names.response(model.api(), action);
        if (followable) {
            type.addSuperinterface(ParameterizedTypeName.get(Names.FOLLOWABLE_REQUEST, response));
        } else if (action.paging() != null) {
            TypeName row = PagingRule.rowType(Model.response(model.api(), action));
            type.addSuperinterface(ParameterizedTypeName.get(Names.PAGED_REQUEST, response, row));
        } else {
            type.addSuperinterface(ParameterizedTypeName.get(Names.API_REQUEST, response));
        }
    }
}
