/**
 * Alibaba Cloud R-KVStore (ApsaraDB for Redis): a request and an answer for each action that the catalog has, and the
 * documented lists of values. All but this page is generated from the catalog.
 */
@NullMarked
package io.redial.aliyun.kvstore;

import org.jspecify.annotations.NullMarked;
