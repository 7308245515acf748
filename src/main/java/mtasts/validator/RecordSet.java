package mtasts.validator;

import java.util.List;

/**
 * The TXT records at one name.
 *
 * @param owner the name as it was pasted; empty where none stood there
 * @param records each as its strings
 */
record RecordSet(String owner, List<List<String>> records) {

    /** The records, the strings of each joined as senders join them (RFC 8461 §3.1). */
    List<String> texts() {
        return records.stream().map(strings -> String.join("", strings)).toList();
    }
}
