-- Domains that are made up for trying things out. What a domain is, real or made up, is settled when it is registered; what was
-- published for one that is made up can go again, and is never served.

alter table domain add column sample boolean not null default false;
alter table policy_version add column sample boolean not null default false;
create index domain_sample on domain (id) where sample;

create function refuse_other_kind() returns trigger language plpgsql as $$
begin
    raise exception 'a domain stays a sample, or none' using errcode = 'restrict_violation';
end $$;
create trigger domain_stays_what_it_is before update on domain
    for each row when (old.sample is distinct from new.sample) execute function refuse_other_kind();

-- A version is marked as its domain is, whatever the statement says.
create function mark_version() returns trigger language plpgsql as $$
begin
    new.sample := (select d.sample from domain d where d.id = new.domain_id);
    return new;
end $$;
create trigger policy_version_is_marked before insert on policy_version
    for each row execute function mark_version();

drop trigger policy_version_never_changes on policy_version;
create trigger policy_version_never_changes before update on policy_version
    for each row execute function refuse_change();
create trigger policy_version_is_never_deleted before delete on policy_version
    for each row when (not old.sample) execute function refuse_change();

drop trigger policy_confirmation_never_changes on policy_confirmation;
create trigger policy_confirmation_never_changes before update on policy_confirmation
    for each row execute function refuse_change();
create function refuse_unless_sample() returns trigger language plpgsql as $$
begin
    if exists (select from policy_version v
               where v.domain_id = old.domain_id and v.number = old.number and v.sample) then
        return old;
    end if;
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;
create trigger policy_confirmation_is_never_deleted before delete on policy_confirmation
    for each row execute function refuse_unless_sample();

drop trigger domain_is_removed_by_a_mark on domain;
create trigger domain_is_removed_by_a_mark before delete on domain
    for each row when (not old.sample) execute function refuse_change();

create function count_gone_domains() returns trigger language plpgsql as $$
begin
    insert into domain_count (mode, change)
    select coalesce(mode, 'unpublished'), -count(*) from was where removed_at is null group by 1;
    return null;
end $$;
create trigger domain_counted_when_gone after delete on domain
    referencing old table as was for each statement execute function count_gone_domains();

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
) live on true
where not d.sample;
