-- Domains as an installation might have them after a year, for measuring the list, on a database that holds nothing else:
-- as many as are asked for with three versions each, a fifth as many that are not published yet, half of them at providers,
-- with hosts, tags, findings and the audit trail that they leave.

begin;

set local synchronous_commit = off;
do $$ begin perform setseed(0.5); end $$;

create temporary table made as
select n,
       'customer-' || n || '.' || (array['example.com', 'example.net', 'example.org', 'test'])[1 + n % 4] as name,
       case n % 10 when 0 then 'Google Workspace' when 1 then 'Google Workspace' when 2 then 'Microsoft 365'
            when 3 then 'Microsoft 365' when 4 then 'Proton Mail' else '' end as provider,
       case when n > :domains then null when r < 0.09 then 'testing' when r < 0.99 then 'enforce' else 'none' end as mode,
       now() - interval '400 days' * age as created_at,
       now() - interval '60 days' * age as mode_since,
       case when n > :domains then 0 when n % 97 = 0 then 5 when n % 41 = 0 or n % 3 = 0 then 1 else 0 end as worst
from (select n, random() as r, random() as age from generate_series(1, :domains * 6 / 5) n) drawn;

insert into domain (name, unicode_name, place, provider, created_at, changed_at, search,
                    current_version, mode, mode_since, due_at, latest_horizon, worst_severity)
select name, name, case n % 5 when 0 then 'elsewhere' else 'here' end, provider, created_at, mode_since,
       name || E'\n' || case when provider = '' then 'mx1.' || name || E'\nmx2.' || name
                             when provider = 'Google Workspace' then E'aspmx.l.google.com\nalt1.aspmx.l.google.com'
                             when provider = 'Microsoft 365' then replace(name, '.', '-') || '.mail.protection.outlook.com'
                             else E'mail.protonmail.ch\nmailsec.protonmail.ch' end || E'\n' || lower(provider),
       case when mode is not null then 3 end, mode, case when mode is not null then mode_since end,
       case mode when 'testing' then mode_since + interval '336 hours' end,
       case when mode is not null then case mode when 'none' then mode_since + interval '30 days' else mode_since + interval '7 days' end end,
       case when worst = 5 and mode = 'testing' then 4 when worst = 5 and mode = 'none' then 0
            when worst = 1 and mode <> 'enforce' then 0 else worst end
from made order by random();

insert into mx_host (domain_id, position, preference, host)
select d.id, p - 1, p * 10,
       case d.provider when '' then 'mx' || p || '.' || d.name
            when 'Google Workspace' then case p when 1 then 'aspmx.l.google.com' else 'alt1.aspmx.l.google.com' end
            when 'Microsoft 365' then replace(d.name, '.', '-') || p || '.mail.protection.outlook.com'
            else case p when 1 then 'mail.protonmail.ch' else 'mailsec.protonmail.ch' end end
from domain d cross join generate_series(1, 2) p;

insert into domain_tag (domain_id, tag)
select id, 'group-' || id % 150 from domain
union all select id, 'own' from domain where id % 3 = 0
union all select id, 'rare' from domain where id % 9973 = 0;

insert into draft (domain_id, mx, max_age, saved_at, saved_by)
select h.domain_id, array_agg(h.host order by h.position), '604800', d.created_at, 'postmaster'
from domain d join mx_host h on h.domain_id = d.id where d.mode is null group by h.domain_id, d.created_at;

-- testing, corrected, and then what it came to: corrected again, enforce, or given up
insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed, author)
select id, v, 'bench' || v,
       E'version: STSv1\r\nmode: ' || said || E'\r\n' || array_to_string(array(select 'mx: ' || h || E'\r\n' from unnest(hosts) h), '')
           || 'max_age: ' || age || E'\r\n',
       said, hosts, age, place, mode_since - interval '2 days' * (3 - v),
       case said when 'enforce' then 'promoted' when 'none' then 'retired' else 'published' end, 'postmaster'
from (
    select d.*, v, case when v < 3 then 'testing' else d.mode end as said,
           case when d.mode = 'none' and v = 3 then '{}' when v = 1 or worst_severity >= 4 then array[h.host] else array[h.host, h2.host] end as hosts,
           case when d.mode = 'enforce' and v = 3 and worst_severity <> 1 then 2592000 else 604800 end as age
    from domain d join mx_host h on h.domain_id = d.id and h.position = 0
    join mx_host h2 on h2.domain_id = d.id and h2.position = 1
    cross join generate_series(1, 3) v where d.mode is not null
) version order by id, v;

-- what the versions before say of it
update domain d set mode_since = s.mode_since, due_at = s.due_at, latest_horizon = s.latest_horizon
from policy_standing s where s.domain_id = d.id;

-- each row of domain is new, and served as such
alter table policy_confirmation disable trigger policy_file_confirmed;
insert into policy_confirmation (domain_id, number, what, confirmed_at, confirmed_by, place)
select domain_id, number, what, published_at, 'postmaster', place
from policy_version cross join (values ('file'), ('records')) as said (what)
where what = 'file' or domain_id % 7 <> 0;
alter table policy_confirmation enable trigger policy_file_confirmed;

insert into policy_finding (domain_id, about, code, severity, number, since)
select id, 'current', 'policy.mx.uncovered', 'danger', 1, mode_since from domain where worst_severity >= 4
union all
select id, 'current', case id % 4 when 0 then 'policy.mx.stale' else 'policy.max-age.enforce' end, 'advice', 1, mode_since
from domain where worst_severity = 1;

insert into audit_entry (at, who, address, action, subject, before, after)
select at, 'postmaster', '192.0.2.1', action, name, null, said
from (
    select created_at as at, 'domain.registered' as action, name, jsonb_build_object('place', place) as said from domain
    union all
    select published_at, 'policy.' || deed, name, jsonb_build_object('version', number, 'mode', v.mode, 'maxAge', max_age)
    from policy_version v join domain d on d.id = v.domain_id
) happened order by at;

commit;
vacuum analyze domain, mx_host, domain_tag, draft, policy_version, policy_confirmation, policy_finding, audit_entry;
