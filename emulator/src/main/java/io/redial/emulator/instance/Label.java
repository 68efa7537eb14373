package io.redial.emulator.instance;

/**
 * What an instance is called and filed under. Changes at once, also while work is going on.
 *
 * @param name its name
 * @param projectId the project that it belongs to
 * @param environment the value of its tag {@code env}
 */
public record Label(String name, int projectId, String environment) {

    /** The same under another name. */
    public Label named(String other) {
        return new Label(other, projectId, environment);
    }

    /** The same in another project. */
    public Label in(int project) {
        return new Label(name, project, environment);
    }
}
