-- Of which place a confirmation speaks, what the DNS records said when they were confirmed, and since when they are to
-- say something else.

alter table policy_confirmation
    add column id bigint generated always as identity,
    add column place text not null default 'here' constraint policy_confirmation_place check (place in ('here', 'elsewhere')),
    add column policy_host text,
    add column report_address text,
    drop constraint policy_confirmation_what,
    drop constraint policy_confirmation_pkey;
alter table policy_confirmation
    add primary key (id),
    -- file: senders get this text; served: this application hands it out, but senders may still be led elsewhere
    add constraint policy_confirmation_what check (what in ('file', 'served', 'records'));
create index policy_confirmation_of_version on policy_confirmation (domain_id, number, what, id);

alter table domain add column policy_host_target_at timestamptz, add column report_address_at timestamptz;
alter table installation add column policy_host_target_at timestamptz, add column report_address_at timestamptz;

-- What was confirmed before is taken for what the records say now.
alter table policy_confirmation disable trigger policy_confirmation_never_changes;
update policy_confirmation c set place = v.place
from policy_version v
where c.what = 'file' and v.domain_id = c.domain_id and v.number = c.number;
update policy_confirmation c
set place = d.place,
    policy_host = case d.place when 'here' then coalesce(d.policy_host_target, i.policy_host_target)
                       else d.policy_host_target end,
    report_address = coalesce(d.report_address, i.report_address)
from domain d cross join installation i
where c.what = 'records' and d.id = c.domain_id;
alter table policy_confirmation enable trigger policy_confirmation_never_changes;

drop trigger policy_file_confirmed on policy_confirmation;
create trigger policy_file_confirmed after insert on policy_confirmation
    for each row when (new.what in ('file', 'served')) execute function serve_confirmed_file();

-- Since when senders get each version; null where that is not known. Where the policy host was led here first, resolvers
-- may lead to the old server for as long as they hold its record: one hour, which is waited for.
create view policy_live as
select v.domain_id, v.number, f.waits, f.confirmed_at + case when f.waits then interval '1 hour' else interval '0' end as live_at
from policy_version v
left join lateral (
    select c.confirmed_at, c.place = 'here' and exists (
        select from policy_confirmation s
        where s.domain_id = v.domain_id and s.number = v.number and s.what = 'served') as waits
    from policy_confirmation c
    where c.domain_id = v.domain_id and c.number = v.number and c.what = 'file' order by c.id limit 1
) f on true;

create or replace view policy_life as
select v.domain_id, v.number, v.mode, v.max_age, v.published_at, l.live_at,
       min(l.live_at) over later as stopped_at,
       count(*) over later > 0 as superseded
from policy_version v
join policy_live l on l.domain_id = v.domain_id and l.number = v.number
window later as (partition by v.domain_id order by v.number rows between 1 following and unbounded following);

-- What is served for each name: the latest version that senders get, or that waits here for them to be led to it.
create or replace view served_policy as
select d.id as domain_id, d.name, d.served_change, live.number, live.policy_id, live.text
from domain d
left join lateral (
    select v.number, v.policy_id, v.text from policy_version v
    where v.domain_id = d.id and d.removed_at is null
      and exists (select from policy_confirmation f
                  where f.domain_id = v.domain_id and f.number = v.number and f.what in ('file', 'served'))
    order by v.number desc limit 1
) live on true;

-- How far the current version of each domain has come outside, what the records are to say besides its id, and what they
-- said when somebody last confirmed them.
create view policy_reach as
select d.id as domain_id, d.place,
       case d.place when 'here' then d.current_version is not null
            else up.id > coalesce(here.id, 0) end as file_up,
       here.id as here_id, there.id as there_id, said.id as said_id,
       case d.place when 'here' then here.confirmed_at else there.confirmed_at end as placed_at,
       current.live_at, coalesce(current.waits, false) as waits,
       case d.place when 'here' then coalesce(d.policy_host_target, i.policy_host_target)
            else d.policy_host_target end as policy_host,
       coalesce(d.report_address, i.report_address) as report_address,
       greatest(d.policy_host_target_at, case d.place when 'here' then i.policy_host_target_at end) as policy_host_at,
       greatest(d.report_address_at, i.report_address_at) as report_address_at,
       said.number as said_number, said.place as said_place, said.policy_host as said_policy_host,
       said.report_address as said_report_address, said.confirmed_at as said_at, said.confirmed_by as said_by
from domain d
cross join installation i
left join lateral (
    select c.id, c.confirmed_at from policy_confirmation c
    where c.domain_id = d.id and c.what in ('file', 'served') and c.place = 'here' order by c.id desc limit 1
) here on true
left join lateral (
    select c.id, c.confirmed_at from policy_confirmation c
    where c.domain_id = d.id and c.what = 'file' and c.place = 'elsewhere' order by c.id desc limit 1
) there on true
left join lateral (
    select c.id from policy_confirmation c
    where c.domain_id = d.id and c.number = d.current_version and c.what = 'file' and c.place = 'elsewhere'
    order by c.id desc limit 1
) up on true
left join lateral (
    select c.* from policy_confirmation c where c.domain_id = d.id and c.what = 'records' order by c.id desc limit 1
) said on true
left join policy_live current on current.domain_id = d.id and current.number = d.current_version;
