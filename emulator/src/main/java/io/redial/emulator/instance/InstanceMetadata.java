package io.redial.emulator.instance;

/**
 * What an instance is called and filed under. Changes at once, also while work is going on.
 *
 * @param name its name
 * @param projectId the project that it belongs to
 * @param environment the value of its tag {@code env}
 */
public record InstanceMetadata(String name, int projectId, String environment) {

    /** The same under another name. */
    public InstanceMetadata withName(String other) {
        return new InstanceMetadata(other, projectId, environment);
    }

    /** The same in another project. */
    public InstanceMetadata withProjectId(int project) {
        return new InstanceMetadata(name, project, environment);
    }
}
