package mtasts.domain;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import mtasts.rfc8461.DomainName;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The mail providers that are known, as {@code providers.json} beside this class lists them. */
@Component
public class Providers {

    private final List<Provider> all;

    Providers() {
        try (InputStream json = Providers.class.getResourceAsStream("providers.json")) {
            this.all = JsonMapper.builder().build().readValue(json, new TypeReference<List<Entry>>() {}).stream()
                    .map(entry -> new Provider(entry.provider(), entry.recognise(), entry.mx()))
                    .toList();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private record Entry(String provider, List<String> recognise, List<String> mx) {}

    /** All of them, those without hosts of their own left out. */
    public List<Provider> all() {
        return all.stream().filter(provider -> !provider.recognise().isEmpty()).toList();
    }

    /** Whose host it is, where that is known. */
    public Optional<Provider> of(DomainName host) {
        return all.stream().filter(provider -> provider.runs(host)).findFirst();
    }

    /** The names of those whose hosts are among these, each once, in the order of the hosts. */
    public List<String> of(List<DomainName> hosts) {
        return hosts.stream()
                .flatMap(host -> of(host).stream())
                .map(Provider::name)
                .distinct()
                .toList();
    }
}
