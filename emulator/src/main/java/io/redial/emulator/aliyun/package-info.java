/**
 * Alibaba's R-KVStore API, in RPC style: one action that resizes an instance, and one that shows what became of it.
 *
 * <p>The instances are those of Tencent's APIs in the region where the emulated account has some:
 * {@code crs-5a4py64p} is {@code r-5a4py64p} here.
 */
@NullMarked
package io.redial.emulator.aliyun;

import org.jspecify.annotations.NullMarked;
