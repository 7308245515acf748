-- 100,000 domains as an installation might have them after a year, for measuring the list: half of them at providers, with
-- tags, hosts, versions and findings, on a database that holds nothing else.

begin;

set local synchronous_commit = off;
do $$ begin perform setseed(0.5); end $$;

create temporary table made as
select n,
       'customer-' || n || '.' || (array['example.com', 'example.net', 'example.org', 'test'])[1 + n % 4] as name,
       case n % 10 when 0 then 'Google Workspace' when 1 then 'Google Workspace' when 2 then 'Microsoft 365'
            when 3 then 'Microsoft 365' when 4 then 'Proton Mail' else '' end as provider,
       case when r < 0.26 then null when r < 0.35 then 'testing' when r < 0.99 then 'enforce' else 'none' end as mode,
       now() - interval '400 days' * age as created_at,
       now() - interval '60 days' * age as mode_since,
       age
from (select n, random() as r, random() as age from generate_series(1, :domains) n) drawn;

insert into domain (name, unicode_name, place, provider, created_at, changed_at, search,
                    current_version, mode, mode_since, due_at, latest_horizon, worst_severity)
select name, name, case n % 5 when 0 then 'elsewhere' else 'here' end, provider, created_at, mode_since,
       name || E'\n' || case when provider = '' then 'mx1.' || name || E'\nmx2.' || name
                             when provider = 'Google Workspace' then E'aspmx.l.google.com\nalt1.aspmx.l.google.com'
                             when provider = 'Microsoft 365' then replace(name, '.', '-') || '.mail.protection.outlook.com'
                             else E'mail.protonmail.ch\nmailsec.protonmail.ch' end || E'\n' || lower(provider),
       case when mode is not null then 2 end, mode, case when mode is not null then mode_since end,
       case mode when 'testing' then mode_since + interval '336 hours' end,
       case when mode is not null then case mode when 'none' then mode_since + interval '30 days' else mode_since + interval '7 days' end end,
       case when n % 97 = 0 and mode = 'enforce' then 2 when n % 41 = 0 then 1 else 0 end
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

insert into policy_version (domain_id, number, policy_id, text, mode, mx, max_age, place, published_at, deed, author)
select d.id, v, 'bench' || v,
       E'version: STSv1\r\nmode: ' || coalesce(case v when 1 then 'testing' else d.mode end, '') || E'\r\nmx: *.' || d.name || E'\r\nmax_age: 604800\r\n',
       case v when 1 then 'testing' else d.mode end, array['*.' || d.name], 604800, d.place,
       d.mode_since - interval '1 hour' * (2 - v), case v when 1 then 'published' else 'promoted' end, 'postmaster'
from domain d cross join generate_series(1, 2) v where d.mode is not null order by d.id, v;

insert into policy_confirmation (domain_id, number, what, confirmed_at, confirmed_by)
select domain_id, number, what, published_at, 'postmaster'
from policy_version cross join (values ('file'), ('records')) as said (what)
where what = 'file' or domain_id % 7 <> 0;

insert into policy_finding (domain_id, about, code, severity, number, since)
select id, 'current', 'policy.mx.uncovered', 'danger', 1, mode_since from domain where worst_severity = 2
union all
select id, 'current', 'policy.mx.stale', 'advice', 1, coalesce(mode_since, created_at) from domain where worst_severity = 1;

commit;
vacuum analyze domain, mx_host, domain_tag, policy_version, policy_confirmation, policy_finding;
