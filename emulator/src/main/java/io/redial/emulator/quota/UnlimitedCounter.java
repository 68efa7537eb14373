package io.redial.emulator.quota;

final class UnlimitedCounter implements QuotaCounter {
    @Override
    public boolean admit(long nanos, int permits) {
        return true;
    }
}
