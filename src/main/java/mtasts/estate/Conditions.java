package mtasts.estate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What narrows a list of domains in a statement that calls them {@code d}, and what goes into it. */
final class Conditions {

    private final List<String> conditions = new ArrayList<>(List.of("d.removed_at is null"));
    private final Map<String, Object> parameters = new HashMap<>();

    Conditions(ListRequest request, Instant now) {
        request.stage().ifPresent(stage -> {
            conditions.add(stage.condition());
            parameters.put("now", now.atOffset(ZoneOffset.UTC));
        });
        if (!request.q().isEmpty()) {
            conditions.add(request.reach().condition());
            parameters.put("sought", "%" + request.sought().replaceAll("([\\\\%_])", "\\\\$1") + "%");
        }
        if (!request.tag().isEmpty()) {
            conditions.add("exists (select from domain_tag t where t.domain_id = d.id and t.tag = :tag)");
            parameters.put("tag", request.tag());
        }
        finding(request.finding());
    }

    private void finding(String finding) {
        switch (finding) {
            case "" -> {}
            case "danger" -> conditions.add("d.worst_severity in (2, 3, 5)");
            case "advice" ->
                conditions.add(
                        "exists (select from policy_finding f where f.domain_id = d.id and f.severity = 'advice')");
            default -> {
                conditions.add("exists (select from policy_finding f where f.domain_id = d.id and f.code = :finding)");
                parameters.put("finding", finding);
            }
        }
    }

    /** Whether a domain is made up while another one that fulfils them is not. */
    String leftOut() {
        return "d.sample and exists (select from domain d where " + text() + " and not d.sample)";
    }

    String text() {
        return String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
