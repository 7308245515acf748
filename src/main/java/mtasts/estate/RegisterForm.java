package mtasts.estate;

import java.util.Objects;
import mtasts.domain.MxHosts;
import mtasts.domain.TypedName;
import mtasts.web.InstallationSettings;
import org.jspecify.annotations.Nullable;

/**
 * A domain to be registered, as it is typed.
 *
 * @param name what was typed, or the name that was offered for it and taken
 * @param hosts as {@link MxHosts#read} reads them; the domain itself where it is to be its own host
 * @param taken the name that was offered, or the one that was typed, where it was taken
 * @param without {@code own} where the domain has no MX record and is its own host, {@code none} where the hosts are not
 *     known yet; else empty
 */
record RegisterForm(String name, String hosts, String place, String tags, String note, String taken, String without) {

    RegisterForm(
            @Nullable String name,
            @Nullable String hosts,
            @Nullable String place,
            @Nullable String tags,
            @Nullable String note,
            @Nullable String taken,
            @Nullable String without) {
        this.taken = Objects.requireNonNullElse(taken, "");
        this.name = this.taken.isEmpty() ? Objects.requireNonNullElse(name, "") : this.taken;
        this.place = Objects.requireNonNullElse(place, "");
        this.tags = Objects.requireNonNullElse(tags, "");
        this.note = Objects.requireNonNullElse(note, "");
        this.without = Objects.requireNonNullElse(without, "");
        this.hosts = hosts(Objects.requireNonNullElse(hosts, ""), this.name, this.without);
    }

    private static String hosts(String typed, String name, String without) {
        return typed.isBlank()
                        && without.equals("own")
                        && TypedName.read(name) instanceof TypedName.Understood understood
                ? understood.name().ascii()
                : typed;
    }

    /** The name as it is understood; one that was taken is meant as it stands. */
    TypedName typedName() {
        return taken.isEmpty() ? TypedName.read(name) : TypedName.insisted(taken);
    }

    static RegisterForm blank(InstallationSettings settings) {
        return of(null, settings);
    }

    /** With a name that somebody came upon, if any. */
    static RegisterForm of(@Nullable String name, InstallationSettings settings) {
        return new RegisterForm(name, null, settings.defaultPlace(), null, null, null, null);
    }
}
