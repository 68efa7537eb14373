package io.redial.emulator.quota;

final class Unlimited implements QuotaRule {
    @Override
    public boolean admit(long nanos, int permits) {
        return true;
    }
}
