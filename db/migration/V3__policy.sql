-- Drafts, published versions and what follows from them.

-- Each save of a draft takes a number that no other save has, so that a draft thrown away and begun anew is another one.
create sequence draft_lock as integer;

create table draft (
    domain_id  bigint primary key references domain,
    mx         text[] not null,
    max_age    text not null,
    note       text not null default '' constraint draft_note check (length(note) <= 2000),
    saved_at   timestamptz not null,
    saved_by   text not null,
    lock       integer not null default nextval('draft_lock')
);

create table policy_version (
    domain_id     bigint not null references domain,
    number        integer not null constraint policy_version_number check (number > 0),
    policy_id     text not null constraint policy_version_id_form check (policy_id ~ '^[A-Za-z0-9]{1,32}$'),
    text          text not null constraint policy_version_size check (octet_length(text) between 1 and 65536),
    mode          text not null constraint policy_version_mode check (mode in ('testing', 'enforce', 'none')),
    mx            text[] not null,
    max_age       bigint not null constraint policy_version_max_age check (max_age between 0 and 31557600),
    place         text not null constraint policy_version_place check (place in ('here', 'elsewhere')),
    published_at  timestamptz not null,
    deed          text not null constraint policy_version_deed
                  check (deed in ('published', 'promoted', 'promoted-anyway', 'back-to-testing', 'retired')),
    author_id     bigint,
    author        text not null,
    note          text not null default '' constraint policy_version_note check (length(note) <= 2000),
    reason        text constraint policy_version_reason check (length(reason) between 1 and 2000),
    word          jsonb,
    primary key (domain_id, number),
    constraint policy_version_id_once unique (domain_id, policy_id)
);

-- What a person (or, for a file served here, the publication itself) says has happened outside.
create table policy_confirmation (
    domain_id     bigint not null,
    number        integer not null,
    what          text not null constraint policy_confirmation_what check (what in ('file', 'records')),
    confirmed_at  timestamptz not null,
    confirmed_by  text not null,
    primary key (domain_id, number, what),
    foreign key (domain_id, number) references policy_version
);

create trigger policy_version_never_changes before update or delete on policy_version
    for each row execute function refuse_change();
create trigger policy_version_is_never_emptied before truncate on policy_version
    for each statement execute function refuse_change();
create trigger policy_confirmation_never_changes before update or delete on policy_confirmation
    for each row execute function refuse_change();

create function refuse_version_out_of_order() returns trigger language plpgsql as $$
declare
    latest record;
begin
    select number, published_at into latest from policy_version
        where domain_id = new.domain_id order by number desc limit 1;
    if new.number <> coalesce(latest.number, 0) + 1 then
        raise exception 'version % does not follow version %', new.number, coalesce(latest.number, 0)
            using errcode = 'restrict_violation';
    end if;
    if new.published_at <= latest.published_at then
        raise exception 'version % is not later than version %', new.number, latest.number
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger policy_version_follows before insert on policy_version
    for each row execute function refuse_version_out_of_order();

create function serve_confirmed_file() returns trigger language plpgsql as $$
begin
    update domain set served_change = pg_current_xact_id() where id = new.domain_id;
    perform pg_notify('served', '');
    return null;
end $$;
create trigger policy_file_confirmed after insert on policy_confirmation
    for each row when (new.what = 'file') execute function serve_confirmed_file();

-- When each version began to be served, and when a later one took its place (null: not known to have happened).
create view policy_life as
select v.domain_id, v.number, v.mode, v.max_age, v.published_at, f.confirmed_at as live_at,
       min(f.confirmed_at) over later as stopped_at,
       count(*) over later > 0 as superseded
from policy_version v
left join policy_confirmation f on f.domain_id = v.domain_id and f.number = v.number and f.what = 'file'
window later as (partition by v.domain_id order by v.number rows between 1 following and unbounded following);

-- Where each published domain stands. A horizon that nobody can know is 'infinity'.
create view policy_standing as
select domain_id,
       max(number) as current_version,
       (array_agg(mode order by number desc))[1] as mode,
       min(published_at) filter (where same_since) as mode_since,
       case when (array_agg(mode order by number desc))[1] = 'testing'
            then min(published_at) filter (where same_since) + interval '336 hours' end as due_at,
       max(case when superseded and mode <> 'none'
                then coalesce(stopped_at + max_age * interval '1 second', 'infinity') end) as latest_horizon
from (
    select life.*, coalesce(bool_and(mode = current_mode) over (
               partition by domain_id order by number rows between current row and unbounded following), false) as same_since
    from (select policy_life.*, last_value(mode) over (
              partition by domain_id order by number rows between unbounded preceding and unbounded following) as current_mode
          from policy_life) life
) run
group by domain_id;

-- What is served for each name: the latest version that is live.
create view served_policy as
select d.id as domain_id, d.name, d.served_change, live.number, live.policy_id, live.text
from domain d
left join lateral (
    select v.number, v.policy_id, v.text from policy_version v
    join policy_confirmation f on f.domain_id = v.domain_id and f.number = v.number and f.what = 'file'
    where v.domain_id = d.id and d.removed_at is null order by v.number desc limit 1
) live on true;

create table policy_finding (
    domain_id  bigint not null references domain,
    about      text not null constraint policy_finding_about check (about in ('current', 'draft')),
    code       text not null,
    severity   text not null constraint policy_finding_severity check (severity in ('invalid', 'danger', 'advice')),
    number     integer not null,
    since      timestamptz not null,
    primary key (domain_id, about, code, severity)
);
create index policy_finding_by_code on policy_finding (code, domain_id);
