package io.redial.emulator.instance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may use an instance.
 *
 * @param root the account that every instance has, which the password of the instance belongs to
 * @param subAccounts its sub-accounts, the eldest first
 */
public record InstanceAccounts(InstanceAccount root, List<InstanceAccount> subAccounts) implements Feature {
    /** What every instance begins with: it is password-free and has no sub-accounts. */
    public static final InstanceAccounts DEFAULT = new InstanceAccounts(InstanceAccount.DEFAULT_ROOT, List.of());

    /** Keeps a copy of the sub-accounts. */
    public InstanceAccounts {
        subAccounts = List.copyOf(subAccounts);
    }

    /** Whether the instance can be used without a password. */
    public boolean isPasswordFree() {
        return root.passwordHash() == null;
    }

    /** All accounts, the root account first. */
    public List<InstanceAccount> all() {
        return Stream.concat(Stream.of(root), subAccounts.stream()).toList();
    }

    /** The account with that name. */
    public Optional<InstanceAccount> find(String name) {
        return all().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    /** The same with that password for the instance, or without one. */
    public InstanceAccounts with(@Nullable PasswordHash secret) {
        return new InstanceAccounts(root.with(secret), subAccounts);
    }

    /** The same with that account, which takes the place of the one with its name. */
    public InstanceAccounts with(InstanceAccount account) {
        if (account.isRoot()) {
            return new InstanceAccounts(account, subAccounts);
        }
        if (find(account.name()).isEmpty()) {
            return new InstanceAccounts(
                    root,
                    Stream.concat(subAccounts.stream(), Stream.of(account)).toList());
        }
        return new InstanceAccounts(
                root,
                subAccounts.stream()
                        .map(other -> other.name().equals(account.name()) ? account : other)
                        .toList());
    }

    /** The same without that sub-account. */
    public InstanceAccounts without(String name) {
        return new InstanceAccounts(
                root,
                subAccounts.stream()
                        .filter(account -> !account.name().equals(name))
                        .toList());
    }

    /** The same while work goes on at that account, if it is there already. */
    public InstanceAccounts withBusyAccount(String name, long until) {
        return find(name).map(account -> with(account.withBusyUntil(until))).orElse(this);
    }
}
