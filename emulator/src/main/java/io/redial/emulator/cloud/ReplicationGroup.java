package io.redial.emulator.cloud;

import java.util.List;

/**
 * A group of instances with the same data, all in one region here. Its instances say themselves that they are members.
 *
 * @param id its id
 * @param name its name
 * @param remark the caller's note
 * @param candidates the instances that may be members; nobody else is one
 * @param creationTaskId the id of the task that made it
 * @param operation the latest work on it
 */
public record ReplicationGroup(
        String id, String name, String remark, List<String> candidates, long creationTaskId, GroupOperation operation)
        implements CloudResource {

    /** Keeps a copy of the list. */
    public ReplicationGroup {
        candidates = List.copyOf(candidates);
    }

    /**
     * Work on a group.
     *
     * @param status the documented state of the group until it is over
     * @param taskId the id of the task
     * @param joiningInstanceId the instance that becomes a member; empty if none does
     * @param role the role that it will have
     */
    public record GroupOperation(int status, long taskId, String joiningInstanceId, String role) {

        /** The same, done by that task. */
        public GroupOperation withTaskId(long otherTask) {
            return new GroupOperation(status, otherTask, joiningInstanceId, role);
        }
    }

    /** The same under another name and with another note. */
    public ReplicationGroup withNameAndRemark(String otherName, String otherRemark) {
        return new ReplicationGroup(id, otherName, otherRemark, candidates, creationTaskId, operation);
    }

    /** The same, made by that task. */
    public ReplicationGroup createdBy(long task) {
        return new ReplicationGroup(id, name, remark, candidates, task, operation.withTaskId(task));
    }

    /** The same with new work on it. */
    public ReplicationGroup withOperation(GroupOperation next, List<String> nowCandidates) {
        return new ReplicationGroup(id, name, remark, nowCandidates, creationTaskId, next);
    }
}
