/**
 * TencentDB for Redis, API 3.0: a request and an answer for each action, the structures that they carry, the documented
 * lists of values, and the regions. All but this page is generated from the catalog.
 */
@NullMarked
package io.redial.tencent.redis;

import org.jspecify.annotations.NullMarked;
