package io.redial.catalog;

/** An API description is wrong. The message begins with the file and the line. */
public final class CatalogException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogException(String file, int line, String problem) {
        super(file + ":" + line + ": " + problem);
    }

    CatalogException(String file, String problem) {
        super(file + ": " + problem);
    }
}
