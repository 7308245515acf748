package mtasts.job;

import tools.jackson.databind.JsonNode;

/**
 * One row of a job.
 *
 * @param number as it was given; rises from row to row
 * @param name what people know it by; a domain's name as it was given or, once judged, as it was understood
 * @param input what was given for it
 */
public record Row(int number, String name, JsonNode input) {}
