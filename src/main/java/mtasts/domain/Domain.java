package mtasts.domain;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mtasts.rfc8461.DomainName;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.DynamicUpdate;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.SortNatural;
import org.jspecify.annotations.Nullable;

/**
 * A name that mail is received for, its MX hosts, and what people say about it. What follows from its published policies
 * lies in columns of the same row that are not mapped here.
 *
 * <p>The verbs guard the rules: what they are given has been read and judged by its own type before. Each notes when the
 * domain was changed.
 */
@Entity
@DynamicUpdate
public class Domain {

    /** The most MX hosts that a domain may have here. */
    public static final int MOST_HOSTS = 100;

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    private DomainName name;
    private String unicodeName;
    private Place place;
    private boolean takesMail = true;
    private String provider = "";
    private String note = "";
    private @Nullable String policyHostTarget;
    private @Nullable Instant policyHostTargetAt;
    private @Nullable String reportAddress;
    private @Nullable Instant reportAddressAt;
    private Instant createdAt;
    private Instant changedAt;
    private @Nullable Instant removedAt;
    private @Nullable String removedBy;
    private @Nullable String removalReason;
    private String search;
    private boolean sample;

    @Version
    private int lock;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "mx_host", joinColumns = @JoinColumn(name = "domain_id"))
    @OrderColumn(name = "position")
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 200)
    private List<MxHost> hosts = new ArrayList<>();

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "domain_tag", joinColumns = @JoinColumn(name = "domain_id"))
    @Column(name = "tag")
    @SortNatural
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 200)
    private SortedSet<String> tags = new TreeSet<>();

    @SuppressWarnings("NullAway.Init")
    protected Domain() {}

    private Domain(DomainName name, Place place, Instant now) {
        this.name = name;
        this.unicodeName = name.unicode();
        this.place = place;
        this.createdAt = now;
        this.changedAt = now;
        this.search = searchable();
    }

    /** A domain that takes mail and has no MX host yet. */
    public static Domain register(DomainName name, Place place, Instant now) {
        return new Domain(name, place, now);
    }

    /** The same for one that is made up for trying things out; it stays so. */
    public static Domain sample(DomainName name, Place place, Instant now) {
        var domain = new Domain(name, place, now);
        domain.sample = true;
        return domain;
    }

    /** The key; rises with every registration. */
    public long id() {
        if (id == null) {
            throw new IllegalStateException(name.ascii() + " is not stored yet");
        }
        return id;
    }

    /** Has been written, and this is its key. */
    void stored(long key) {
        this.id = key;
    }

    public DomainName name() {
        return name;
    }

    /** The name as people read it (U-labels); equal to the A-label name where that has no other letters than ASCII's. */
    public String unicode() {
        return unicodeName;
    }

    /** Whether it is made up for trying things out: its policies are never served, and it can go without a trace. */
    public boolean sample() {
        return sample;
    }

    public Place place() {
        return place;
    }

    /** Whether there is mail to protect: {@code false} where the MX record says that none is taken (RFC 7505). */
    public boolean takesMail() {
        return takesMail;
    }

    /** The providers whose hosts these are, joined by commas; empty where none is known. */
    public String provider() {
        return provider;
    }

    /** What people wrote about it, lines ended by LF, at most 2,000 characters; empty when nothing. */
    public String note() {
        return note;
    }

    /** The MX hosts in the order given, each once. */
    public List<MxHost> hosts() {
        return List.copyOf(hosts);
    }

    /** The names of the MX hosts, in the same order. */
    public List<DomainName> hostNames() {
        return hosts.stream().map(MxHost::name).toList();
    }

    public SortedSet<String> tags() {
        return new TreeSet<>(tags);
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** The host that this domain's policy host points to, an A-label name, where it is not the installation's. */
    public @Nullable String policyHostTarget() {
        return policyHostTarget;
    }

    /** Where this domain's TLS reports go, a {@code mailto:} URI, where it is not the installation's address. */
    public @Nullable String reportAddress() {
        return reportAddress;
    }

    public boolean removed() {
        return removedAt != null;
    }

    public @Nullable Instant removedAt() {
        return removedAt;
    }

    public @Nullable String removedBy() {
        return removedBy;
    }

    /** The reason that was typed for removing it before its time. */
    public @Nullable String removalReason() {
        return removalReason;
    }

    /** Rises with every change; an edit that began with another value was overtaken. */
    public int lock() {
        return lock;
    }

    /**
     * Says which hosts take the mail from now on.
     *
     * @throws IllegalArgumentException when they are more than {@link #MOST_HOSTS}
     */
    public void receiveAt(List<MxHost> hosts, Providers providers, Instant now) {
        if (hosts.size() > MOST_HOSTS) {
            throw new IllegalArgumentException("more than " + MOST_HOSTS + " MX hosts");
        }
        this.hosts = new ArrayList<>(hosts);
        this.takesMail = true;
        this.provider = String.join(", ", providers.of(hostNames()));
        touch(now);
    }

    /** Says that no mail is taken (a null MX, RFC 7505): there is nothing to protect. */
    public void takeNoMail(Instant now) {
        this.hosts = new ArrayList<>();
        this.takesMail = false;
        this.provider = "";
        touch(now);
    }

    /** Replaces what people say about it. */
    public void describe(String note, Tags tags, Instant now) {
        this.note = note;
        this.tags = new TreeSet<>(tags.values());
        touch(now);
    }

    /** Sets what differs from the installation's settings; {@code null} where nothing does. Notes when each changed. */
    public void override(@Nullable String policyHostTarget, @Nullable String reportAddress, Instant now) {
        if (!Objects.equals(this.policyHostTarget, policyHostTarget)) {
            this.policyHostTargetAt = now;
        }
        if (!Objects.equals(this.reportAddress, reportAddress)) {
            this.reportAddressAt = now;
        }
        this.policyHostTarget = policyHostTarget;
        this.reportAddress = reportAddress;
        touch(now);
    }

    public void serve(Place place, Instant now) {
        this.place = place;
        touch(now);
    }

    /** Takes it out of everything that lists or serves; what was published stays. */
    public void remove(String by, @Nullable String reason, Instant now) {
        this.removedAt = now;
        this.removedBy = by;
        this.removalReason = reason;
        touch(now);
    }

    /** Undoes a removal, or registers the name again. */
    public void restore(Instant now) {
        this.removedAt = null;
        this.removedBy = null;
        this.removalReason = null;
        touch(now);
    }

    private void touch(Instant now) {
        this.changedAt = now;
        this.search = searchable();
    }

    String searchable() {
        return Stream.of(Stream.of(name.ascii(), unicodeName), hosts.stream().map(MxHost::host), Stream.of(provider))
                .flatMap(texts -> texts)
                .filter(text -> !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    @Override
    public String toString() {
        return name.ascii();
    }
}
