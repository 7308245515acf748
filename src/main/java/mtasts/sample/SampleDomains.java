package mtasts.sample;

import static mtasts.sample.SampleDomain.elsewhere;
import static mtasts.sample.SampleDomain.here;

import java.util.List;

/**
 * The forty, under names that nobody can ever register (RFC 2606, RFC 6761): every stage and every next step is there at least
 * once, and most of them are as most domains are.
 */
final class SampleDomains {

    private static final String WEEK = "604800";
    private static final String GOOGLE = "1 smtp.google.com";
    private static final String GOOGLE_OF_OLD =
            "1 aspmx.l.google.com\n5 alt1.aspmx.l.google.com\n5 alt2.aspmx.l.google.com\n10 alt3.aspmx.l.google.com";
    private static final String FASTMAIL = "10 in1-smtp.messagingengine.com\n20 in2-smtp.messagingengine.com";
    private static final String PROTON = "10 mail.protonmail.ch\n20 mailsec.protonmail.ch";
    private static final String ICLOUD = "10 mx01.mail.icloud.com\n10 mx02.mail.icloud.com";
    private static final String ZOHO = "10 mx.zoho.eu\n20 mx2.zoho.eu\n50 mx3.zoho.eu";
    private static final String CLOUDFLARE =
            "13 route1.mx.cloudflare.net\n24 route2.mx.cloudflare.net\n86 route3.mx.cloudflare.net";
    private static final String AMAZON = "10 inbound-smtp.eu-west-1.amazonaws.com";
    private static final String MIMECAST = "10 eu-smtp-inbound-1.mimecast.com\n10 eu-smtp-inbound-2.mimecast.com";
    private static final String SHARED = "10 mx1.mail.example.net\n20 mx2.mail.example.net";

    private SampleDomains() {}

    private static String own(String name) {
        return "10 mx1." + name + "\n20 mx2." + name;
    }

    private static String microsoft(String name) {
        return "0 " + name.replace('.', '-') + ".mail.protection.outlook.com";
    }

    static List<SampleDomain> all() {
        return List.of(
                // unpublished
                here("orchard.example.org", SHARED).tagged("hosting").registered(2),
                here("press.example.com", own("press.example.com"))
                        .registered(5)
                        .drafted(5, WEEK, "mx1.press.example.com"),
                here("dev.test", "10 mail.dev.test")
                        .tagged("internal")
                        .registered(1)
                        .drafted(0, WEEK, "mail_1.dev.test"),
                here("staging.test", "").tagged("internal").registered(3),
                here("почта.test", own("xn--80a1acny.test")).registered(8).discarded(4),
                here("parked.example.net", ".").tagged("parked").noted("parked").registered(120),
                // testing, from today on
                here("studio.example.com", ICLOUD).registered(0).published(0),
                here("oakdale-library.example", microsoft("oakdale-library.example"))
                        .tagged("education public")
                        .registered(4)
                        .published(3)
                        .recorded(3),
                here("choir.example.org", PROTON).registered(6).published(6).recorded(5),
                here("bücherei.example", SHARED)
                        .tagged("education hosting")
                        .registered(9)
                        .published(8)
                        .recorded(8),
                here("millbrook-town.example", own("millbrook-town.example"))
                        .tagged("public")
                        .noted("town")
                        .registered(12)
                        .published(9)
                        .recorded(9),
                here("みらい.test", GOOGLE)
                        .tagged("internal")
                        .registered(11)
                        .published(10)
                        .recorded(10),
                here("lists.example.net", SHARED + "\n30 backup.example.net")
                        .tagged("hosting")
                        .registered(14)
                        .published(13)
                        .recorded(13)
                        .moved(6, SHARED + "\n30 backup.example.net\n40 mx4.mail.example.net")
                        .drafted(6, WEEK, "*.mail.example.net", "backup.example.net")
                        .published(6, "new-hosts")
                        .recorded(6),
                here("hotel-aurora.example", CLOUDFLARE)
                        .tagged("retail")
                        .registered(10)
                        .published(7)
                        .recorded(7)
                        .moved(1, CLOUDFLARE + "\n99 backup.hotel-aurora.example"),
                here("vineyard.example", FASTMAIL)
                        .tagged("retail")
                        .registered(13)
                        .published(11)
                        .recorded(11)
                        .moved(2, FASTMAIL + "\n30 mx.vineyard.example")
                        .drafted(
                                2,
                                WEEK,
                                "in1-smtp.messagingengine.com",
                                "in2-smtp.messagingengine.com",
                                "mx.vineyard.example"),
                here("newsletter.example.net", AMAZON)
                        .tagged("marketing")
                        .registered(7)
                        .drafted(6, WEEK, "*.amazonaws.com")
                        .publishedAnyway(6, "broad")
                        .recorded(6),
                // due and overdue
                here("museum.example.org", ZOHO)
                        .tagged("education")
                        .registered(15)
                        .published(14)
                        .recorded(14),
                here("corner-bookshop.example", GOOGLE)
                        .tagged("retail")
                        .registered(16)
                        .published(15)
                        .recorded(15),
                here("mairie-orléans.example", microsoft("mairie-orleans.example"))
                        .tagged("public")
                        .registered(20)
                        .published(17)
                        .recorded(17),
                here("riverside-clinic.example", microsoft("riverside-clinic.example"))
                        .tagged("health")
                        .registered(26)
                        .published(24)
                        .recorded(24),
                here("fire-brigade.example", own("fire-brigade.example"))
                        .tagged("public")
                        .registered(45)
                        .published(40)
                        .recorded(39),
                // enforce
                here("law.example.com", microsoft("law.example.com"))
                        .registered(20)
                        .published(18)
                        .recorded(18)
                        .promoted(1),
                here("ayuntamiento-logroño.example", SHARED)
                        .tagged("hosting public")
                        .registered(50)
                        .published(46)
                        .recorded(46)
                        .promoted(30)
                        .recorded(30),
                here("bakery.example.com", FASTMAIL)
                        .tagged("retail")
                        .registered(64)
                        .published(61)
                        .recorded(60)
                        .promoted(45)
                        .recorded(45),
                here("north-ferry.example", MIMECAST)
                        .tagged("transport")
                        .registered(110)
                        .published(108)
                        .recorded(108)
                        .promoted(90)
                        .recorded(90),
                here("münster-gymnasium.example", SHARED)
                        .tagged("education hosting")
                        .registered(180)
                        .published(176)
                        .recorded(176)
                        .promoted(160)
                        .recorded(159),
                here("greenfield-school.example", GOOGLE_OF_OLD)
                        .tagged("education")
                        .noted("school")
                        .registered(240)
                        .published(233)
                        .recorded(233)
                        .promoted(214)
                        .recorded(214),
                here("brewery.example.org", GOOGLE_OF_OLD)
                        .tagged("retail")
                        .registered(300)
                        .published(290)
                        .recorded(290)
                        .promoted(270)
                        .recorded(270)
                        .moved(121, GOOGLE + "\n" + GOOGLE_OF_OLD.replaceFirst("1 aspmx", "2 aspmx"))
                        .drafted(121, "2592000", "smtp.google.com", "aspmx.l.google.com", "*.aspmx.l.google.com")
                        .published(121, "new-hosts")
                        .recorded(121)
                        .moved(90, GOOGLE)
                        .drafted(60, "2592000", "smtp.google.com")
                        .published(60, "old-hosts")
                        .recorded(60),
                here("shop.example.com", AMAZON)
                        .tagged("retail")
                        .registered(31)
                        .published(30)
                        .recorded(30)
                        .promotedAnyway(24, "season")
                        .recorded(24),
                here("payments.test", own("payments.test"))
                        .tagged("internal")
                        .registered(400)
                        .published(398)
                        .recorded(398)
                        .promoted(380)
                        .recorded(380)
                        .drafted(370, "31557600", "mx1.payments.test", "mx2.payments.test")
                        .published(370, "year")
                        .recorded(370),
                here("credit-union.example", MIMECAST)
                        .tagged("finance")
                        .registered(100)
                        .published(97)
                        .recorded(97)
                        .promoted(80)
                        .recorded(80)
                        .drafted(20, WEEK, "*.mimecast.com")
                        .published(20, "week")
                        .recorded(20),
                here("harbour-hospital.example", own("harbour-hospital.example"))
                        .tagged("health")
                        .noted("hospital")
                        .registered(460)
                        .published(450)
                        .recorded(450)
                        .promoted(430)
                        .recorded(430)
                        .moved(1, own("harbour-hospital.example") + "\n30 mx3.harbour-hospital.example"),
                elsewhere("campus.example", microsoft("campus.example"))
                        .tagged("education")
                        .registered(90)
                        .published(88)
                        .up(88)
                        .recorded(88)
                        .promoted(70)
                        .up(70)
                        .recorded(70),
                // served elsewhere, and nobody has said that the file is up
                elsewhere("council.example", own("council.example"))
                        .tagged("public")
                        .registered(2)
                        .published(1),
                elsewhere("tram.example", own("tram.example"))
                        .tagged("transport")
                        .registered(60)
                        .published(58)
                        .up(58)
                        .recorded(58)
                        .promoted(2),
                // back, and given up
                here("alumni.example.org", GOOGLE)
                        .tagged("education")
                        .registered(70)
                        .published(68)
                        .recorded(68)
                        .promoted(50)
                        .recorded(50)
                        .backToTesting(4, "certificate")
                        .recorded(4),
                here("fax.example.com", SHARED)
                        .tagged("hosting")
                        .registered(90)
                        .published(88)
                        .recorded(88)
                        .promoted(60)
                        .recorded(60)
                        .retired(9, "given-up")
                        .recorded(9),
                here("archive.example.org", SHARED)
                        .tagged("hosting")
                        .registered(150)
                        .published(148)
                        .recorded(148)
                        .retired(40, "given-up")
                        .recorded(40),
                elsewhere("observatory.example", own("observatory.example"))
                        .tagged("education")
                        .registered(80)
                        .published(78)
                        .up(78)
                        .recorded(78)
                        .retired(3, "given-up"),
                here("summer-camp.example.org", SHARED)
                        .tagged("hosting education")
                        .registered(75)
                        .published(74)
                        .recorded(74)
                        .promoted(55)
                        .recorded(55)
                        .moved(5, "."));
    }
}
