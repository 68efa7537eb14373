package io.redial.emulator.instance;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who may use an instance.
 *
 * @param root the account that every instance has, which the password of the instance belongs to
 * @param others its sub-accounts, the eldest first
 */
public record Access(Account root, List<Account> others) implements Feature {
    /** What every instance begins with: it is password-free and has no sub-accounts. */
    public static final Access USUAL = new Access(Account.USUAL_ROOT, List.of());

    /** Keeps a copy of the sub-accounts. */
    public Access {
        others = List.copyOf(others);
    }

    /** Whether the instance can be used without a password. */
    public boolean isPasswordFree() {
        return root.secret() == null;
    }

    /** All accounts, the root account first. */
    public List<Account> all() {
        return Stream.concat(Stream.of(root), others.stream()).toList();
    }

    /** The account with that name. */
    public Optional<Account> find(String name) {
        return all().stream().filter(account -> account.name().equals(name)).findFirst();
    }

    /** The same with that password for the instance, or without one. */
    public Access with(@Nullable Secret secret) {
        return new Access(root.with(secret), others);
    }

    /** The same with that account, which takes the place of the one with its name. */
    public Access with(Account account) {
        if (account.isRoot()) {
            return new Access(account, others);
        }
        if (find(account.name()).isEmpty()) {
            return new Access(
                    root, Stream.concat(others.stream(), Stream.of(account)).toList());
        }
        return new Access(
                root,
                others.stream()
                        .map(other -> other.name().equals(account.name()) ? account : other)
                        .toList());
    }

    /** The same without that sub-account. */
    public Access without(String name) {
        return new Access(
                root,
                others.stream().filter(account -> !account.name().equals(name)).toList());
    }

    /** The same while work goes on at that account, if it is there already. */
    public Access settling(String name, long until) {
        return find(name).map(account -> with(account.settling(until))).orElse(this);
    }
}
