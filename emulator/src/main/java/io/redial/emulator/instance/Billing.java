package io.redial.emulator.instance;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/**
 * How an instance is paid for. Times are in milliseconds since 1970.
 *
 * @param mode 0 if it is paid as it goes, 1 if by the month
 * @param paidUntil until when it is paid by the month; 0 otherwise
 * @param autoRenew the renewal flag: 0 by hand, 1 automatic, 2 not at all
 * @param renewals those that were ordered, the first one first; they count once they are delivered
 */
public record Billing(int mode, long paidUntil, int autoRenew, List<Renewal> renewals) implements Feature {
    /** Paid as it goes. */
    public static final int PAY_AS_YOU_GO = 0;

    /** Paid by the month. */
    public static final int MONTHLY = 1;

    /** The flag of an instance that renews itself. */
    public static final int AUTO_RENEW = 1;

    /** What every instance begins with. */
    public static final Billing DEFAULT = new Billing(PAY_AS_YOU_GO, 0, 0, List.of());

    private static final ZoneOffset ZONE = ZoneOffset.ofHours(8);

    /** Keeps a copy of the list. */
    public Billing {
        renewals = List.copyOf(renewals);
    }

    /**
     * Months that were paid for.
     *
     * @param deliveredAt when they are delivered
     * @param months how many, at least 1
     */
    public record Renewal(long deliveredAt, int months) {}

    /** Paid for that many months from then on. */
    public static Billing monthly(long from, int months, int autoRenew) {
        return new Billing(MONTHLY, plusMonths(from, months), autoRenew, List.of());
    }

    /** The same at that time, when some renewals may have been delivered. */
    public Billing asOf(long now) {
        return renewals.isEmpty() ? this : applyRenewals(now);
    }

    /** The same once all renewals are delivered. */
    public Billing afterAllRenewals() {
        return asOf(Long.MAX_VALUE);
    }

    /** The same with another renewal to come. */
    public Billing with(Renewal renewal) {
        return new Billing(
                mode,
                paidUntil,
                autoRenew,
                Stream.concat(renewals.stream(), Stream.of(renewal)).toList());
    }

    /** The same under another renewal flag. */
    public Billing withAutoRenew(int flag) {
        return new Billing(mode, paidUntil, flag, renewals);
    }

    private Billing applyRenewals(long now) {
        var until = paidUntil;
        for (var renewal : renewals) {
            if (renewal.deliveredAt <= now) {
                until = plusMonths(Math.max(until, renewal.deliveredAt), renewal.months);
            }
        }
        var open =
                renewals.stream().filter(renewal -> renewal.deliveredAt > now).toList();
        return new Billing(until > 0 ? MONTHLY : mode, until, autoRenew, open);
    }

    private static long plusMonths(long millis, int months) {
        return Instant.ofEpochMilli(millis)
                .atOffset(ZONE)
                .plusMonths(months)
                .toInstant()
                .toEpochMilli();
    }
}
