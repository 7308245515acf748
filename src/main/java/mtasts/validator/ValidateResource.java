package mtasts.validator;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import mtasts.rfc8461.MxPattern;
import mtasts.rfc8461.PolicyReader;
import mtasts.rfc8461.StsRecordReader;
import mtasts.web.ApiProblem;
import mtasts.web.Wording;
import mtasts.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Judges policies, records and matches for programs; nothing that is sent is kept. */
@RestController
@RequestMapping(path = "/api/v1/validate", produces = MediaType.APPLICATION_JSON_VALUE)
class ValidateResource {

    private final Wording wording;

    ValidateResource(Wording wording) {
        this.wording = wording;
    }

    /** The body is the policy's octets as they are served, whatever its Content-Type says. */
    @PostMapping(path = "/policy", consumes = "!" + MediaType.MULTIPART_FORM_DATA_VALUE)
    Judged.OfPolicy policy(HttpServletRequest request) {
        return Judged.OfPolicy.of(PolicyReader.read(octets(request)), wording);
    }

    /** The body is an array of TXT records, each a string or an array of its character-strings (RFC 8461 §3.1). */
    @PostMapping(path = "/record", consumes = MediaType.APPLICATION_JSON_VALUE)
    Judged.OfRecord record(@RequestBody JsonNode records) {
        return Judged.OfRecord.of(StsRecordReader.readSet(records(records)), wording);
    }

    /** Whether the pattern of a policy covers the host (RFC 8461 §4.1); what is no pattern or no name never does. */
    @GetMapping("/match")
    Judged.OfMatch match(@RequestParam String pattern, @RequestParam String host) {
        return new Judged.OfMatch(MxPattern.read(pattern)
                .value()
                .filter(read -> read.matches(host))
                .isPresent());
    }

    /** Not by a converter: that would make parameters of what curl calls a form. */
    private static byte[] octets(HttpServletRequest request) {
        try {
            return request.getInputStream().readAllBytes();
        } catch (IOException failed) {
            throw new HttpMessageNotReadableException(
                    "the body ended early", failed, new ServletServerHttpRequest(request));
        }
    }

    private static List<List<String>> records(JsonNode body) {
        if (!body.isArray()) {
            throw otherShape();
        }
        var records = new ArrayList<List<String>>();
        body.forEach(record -> records.add(strings(record)));
        return records;
    }

    private static List<String> strings(JsonNode record) {
        if (record.isString()) {
            return List.of(record.stringValue());
        }
        if (!record.isArray()) {
            throw otherShape();
        }
        var strings = new ArrayList<String>();
        for (var string : record) {
            if (!string.isString()) {
                throw otherShape();
            }
            strings.add(string.stringValue());
        }
        return strings;
    }

    private static ApiProblem otherShape() {
        return new ApiProblem(HttpStatus.BAD_REQUEST, "request.unreadable", Words.of("validator.api.record"));
    }
}
