package mtasts.policy;

import mtasts.web.Words;

/**
 * What stands in a form's way, and where.
 *
 * @param field the id of the field
 * @param words what there is to say
 */
public record Fault(String field, Words words) {}
