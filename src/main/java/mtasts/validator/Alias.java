package mtasts.validator;

/**
 * A CNAME record (RFC 1034 §3.6.2): whoever asks for the owner's records gets those of the target.
 *
 * @param owner the name as it was pasted, in small letters; empty where none stood there
 * @param target likewise
 */
record Alias(String owner, String target) {

    /** Whether the target is this name, with or without the dot at the end. */
    boolean leadsTo(String name) {
        return bare(target).equals(bare(name));
    }

    private static String bare(String name) {
        return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    }
}
