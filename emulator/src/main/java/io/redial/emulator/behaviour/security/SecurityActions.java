package io.redial.emulator.behaviour.security;

import static java.util.Map.entry;

import io.redial.emulator.behaviour.Behaviour;
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
    public static Map<String, Behaviour> all() {
        return Map.ofEntries(
                entry("DescribeInstanceSecurityGroup", GroupLists::ofInstances),
                entry("DescribeProjectSecurityGroup", GroupLists::ofProject),
                entry("DescribeProjectSecurityGroups", GroupLists::ofProjectInPages),
                entry("DescribeDBSecurityGroups", GroupLists::ofInstance),
                entry("AssociateSecurityGroups", Binding::bind),
                entry("DisassociateSecurityGroups", Binding::unbind),
                entry("ModifyDBInstanceSecurityGroups", Binding::replace));
    }
}
