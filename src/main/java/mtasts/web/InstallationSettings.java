package mtasts.web;

import org.jspecify.annotations.Nullable;

/**
 * What is true for this installation as a whole. Until one is set it is {@code null}, and a page shows the field to fill.
 *
 * @param publicUrl the address people use to reach this application, such as {@code https://sts.example.net}
 * @param policyHostTarget the host name that policy hosts point to with a CNAME record, as an A-label name
 * @param reportAddress where TLS reports go, a {@code mailto:} URI (RFC 8460 §3)
 * @param defaultPlace where a newly registered domain's file is served unless told otherwise: {@code here} or
 *     {@code elsewhere}
 */
public record InstallationSettings(
        @Nullable String publicUrl,
        @Nullable String policyHostTarget,
        @Nullable String reportAddress,
        String defaultPlace) {}
