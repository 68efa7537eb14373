package io.redial.emulator.handler.security;

import static java.util.Map.entry;

import io.redial.emulator.handler.ActionHandler;
import java.util.Map;

/**
 * The actions on security groups.
 *
 * <p>Faithful: binding and unbinding work at once, on whole lists of instances or on none, also while work is going on.
 * Made up: the groups themselves and their rules, that every instance begins in the group {@code all}, and that an
 * instance can be in five at most, as no document gives the number.
 */
public final class SecurityActions {
    private SecurityActions() {}

    /** What each of them does. */
    public static Map<String, ActionHandler> all() {
        return Map.ofEntries(
                entry("DescribeInstanceSecurityGroup", SecurityGroupListActions::ofInstances),
                entry("DescribeProjectSecurityGroup", SecurityGroupListActions::ofProject),
                entry("DescribeProjectSecurityGroups", SecurityGroupListActions::ofProjectPaged),
                entry("DescribeDBSecurityGroups", SecurityGroupListActions::ofInstance),
                entry("AssociateSecurityGroups", SecurityGroupBindingActions::bind),
                entry("DisassociateSecurityGroups", SecurityGroupBindingActions::unbind),
                entry("ModifyDBInstanceSecurityGroups", SecurityGroupBindingActions::replace));
    }
}
