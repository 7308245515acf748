-- The domains mail is received for. pg_trgm is a trusted extension: CREATE on the database is enough to add it.

create extension if not exists pg_trgm;

create table domain (
    id                  bigint generated always as identity primary key,
    name                text not null constraint domain_name_unique unique
                        constraint domain_name_is_a_lower_case_a_label check (
                            length(name) <= 253
                            and name ~ '^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$'),
    unicode_name        text not null,
    place               text not null constraint domain_place check (place in ('here', 'elsewhere')),
    takes_mail          boolean not null default true,
    provider            text not null default '',
    note                text not null default '' constraint domain_note check (length(note) <= 2000),
    policy_host_target  text,
    report_address      text,
    created_at          timestamptz not null,
    changed_at          timestamptz not null,
    removed_at          timestamptz,
    removed_by          text,
    removal_reason      text constraint domain_removal_reason check (length(removal_reason) <= 2000),
    search              text not null,
    lock                integer not null default 0,

    -- what follows from the published versions; kept by the publishing transaction, rebuilt from policy_standing
    current_version     integer,
    mode                text constraint domain_mode check (mode in ('testing', 'enforce', 'none')),
    mode_since          timestamptz,
    due_at              timestamptz,
    latest_horizon      timestamptz,
    worst_severity      smallint not null default 0,

    -- the transaction that last changed what is served for this name
    served_change       xid8 not null default pg_current_xact_id()
);
create index domain_by_search on domain using gin (search gin_trgm_ops) where removed_at is null;
create index domain_by_name on domain (name) where removed_at is null;
create index domain_by_change on domain (changed_at desc, name) where removed_at is null;
create index domain_by_urgency on domain (worst_severity desc, due_at, name) where removed_at is null;
create index domain_by_mode on domain (mode, name) where removed_at is null;
create index domain_by_mode_urgency on domain (mode, worst_severity desc, due_at, name) where removed_at is null;
create index domain_due on domain (due_at) where removed_at is null and mode = 'testing';
create index domain_retiring on domain (latest_horizon) where removed_at is null and mode = 'none';
create index domain_by_served_change on domain (served_change);

create table mx_host (
    domain_id   bigint not null references domain,
    position    integer not null,
    preference  integer constraint mx_host_preference check (preference between 0 and 65535),
    host        text not null,
    primary key (domain_id, position),
    constraint mx_host_once unique (domain_id, host)
);

create table domain_tag (
    domain_id  bigint not null references domain,
    tag        text not null constraint domain_tag_form check (tag ~ '^[a-z0-9._-]{1,40}$'),
    primary key (domain_id, tag)
);
create index domain_tag_by_tag on domain_tag (tag, domain_id);

-- How many domains are in each mode: sums of changes, so that no two transactions wait for one another.
create table domain_count (
    id      bigint generated always as identity primary key,
    mode    text not null,
    change  bigint not null
);

create function count_domains() returns trigger language plpgsql as $$
begin
    insert into domain_count (mode, change)
    select mode, sum(change) from (
        select coalesce(mode, 'unpublished') as mode, -1 as change from was where removed_at is null
        union all
        select coalesce(mode, 'unpublished'), 1 from became where removed_at is null
    ) as changes group by mode having sum(change) <> 0;
    return null;
end $$;
create function count_new_domains() returns trigger language plpgsql as $$
begin
    insert into domain_count (mode, change)
    select coalesce(mode, 'unpublished'), count(*) from became where removed_at is null group by 1;
    return null;
end $$;
create trigger domain_counted_when_changed after update on domain
    referencing old table as was new table as became for each statement execute function count_domains();
create trigger domain_counted_when_added after insert on domain
    referencing new table as became for each statement execute function count_new_domains();

create trigger domain_is_removed_by_a_mark before delete on domain
    for each row execute function refuse_change();

create function serve_differently() returns trigger language plpgsql as $$
begin
    new.served_change := pg_current_xact_id();
    perform pg_notify('served', '');
    return new;
end $$;
create trigger domain_removed_or_restored before update on domain
    for each row when (old.removed_at is distinct from new.removed_at) execute function serve_differently();
