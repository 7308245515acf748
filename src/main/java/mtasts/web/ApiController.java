package mtasts.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The description of the API, for people and for programs. */
@Controller
class ApiController {

    private final ApiDescription description;

    ApiController(ApiDescription description) {
        this.description = description;
    }

    @GetMapping("/help/api")
    String page(Model model) {
        model.addAttribute("sections", description.sections());
        model.addAttribute("shapes", description.shapes());
        return "web/api";
    }

    @GetMapping("/api/v1/openapi.json")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(description.document());
    }
}
