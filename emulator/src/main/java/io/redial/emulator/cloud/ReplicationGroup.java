package io.redial.emulator.cloud;

import java.util.List;

/**
 * A group of instances with the same data, all in one region here. Its instances say themselves that they are members.
 *
 * @param id its id
 * @param name its name
 * @param remark the caller's note
 * @param candidates the instances that may be members; nobody else is one
 * @param founding the id of the task that made it
 * @param step the latest work on it
 */
public record ReplicationGroup(String id, String name, String remark, List<String> candidates, long founding, Step step)
        implements Resource {

    /** Keeps a copy of the list. */
    public ReplicationGroup {
        candidates = List.copyOf(candidates);
    }

    /**
     * Work on a group.
     *
     * @param status the documented state of the group until it is over
     * @param task the id of the task
     * @param joining the instance that becomes a member; empty if none does
     * @param role the role that it will have
     */
    public record Step(int status, long task, String joining, String role) {

        /** The same, done by that task. */
        public Step by(long otherTask) {
            return new Step(status, otherTask, joining, role);
        }
    }

    /** The same under another name and with another note. */
    public ReplicationGroup called(String otherName, String otherRemark) {
        return new ReplicationGroup(id, otherName, otherRemark, candidates, founding, step);
    }

    /** The same, made by that task. */
    public ReplicationGroup founded(long task) {
        return new ReplicationGroup(id, name, remark, candidates, task, step.by(task));
    }

    /** The same with new work on it. */
    public ReplicationGroup working(Step next, List<String> nowCandidates) {
        return new ReplicationGroup(id, name, remark, nowCandidates, founding, next);
    }
}
