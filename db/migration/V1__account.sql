-- The installation, the people who use it, their sessions, and what they did.

create table installation (
    one                 boolean primary key default true constraint installation_is_one_row check (one),
    public_url          text,
    policy_host_target  text,
    report_address      text,
    default_place       text not null default 'here' constraint installation_place check (default_place in ('here', 'elsewhere'))
);
insert into installation default values;

create table person (
    id               bigint generated always as identity primary key,
    mail             text not null constraint person_mail_unique unique
                     constraint person_mail_is_lower_case check (mail = lower(mail) and length(mail) between 3 and 254),
    display_name     text not null constraint person_display_name check (length(display_name) between 1 and 100),
    role             text not null constraint person_role check (role in ('administrator', 'reader')),
    password         text,
    language         text constraint person_language check (language in ('en', 'es')),
    link_hash        bytea constraint person_link_unique unique,
    link_expires_at  timestamptz,
    created_at       timestamptz not null,
    disabled_at      timestamptz,
    lock             integer not null default 0
);
-- The audit trail tells people apart by what they are called.
create unique index person_display_name_unique on person (lower(display_name));

-- Spring Session's own table, with room for a long mail address as principal name.
create table spring_session (
    primary_id             char(36) not null constraint spring_session_pk primary key,
    session_id             char(36) not null,
    creation_time          bigint not null,
    last_access_time       bigint not null,
    max_inactive_interval  int not null,
    expiry_time            bigint not null,
    principal_name         varchar(254)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id  char(36) not null constraint spring_session_attributes_fk
                        references spring_session (primary_id) on delete cascade,
    attribute_name      varchar(200) not null,
    attribute_bytes     bytea not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);

create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    person_id  bigint,
    who        text not null,
    address    text,
    action     text not null,
    subject    text not null,
    before     jsonb,
    after      jsonb
);
create index audit_entry_by_time on audit_entry (at, id);
create index audit_entry_by_subject on audit_entry (subject, at, id);
create index audit_entry_by_action on audit_entry (action, at, id);
create index audit_entry_by_person on audit_entry (person_id, at, id);
create index audit_entry_by_nobody on audit_entry (who, at, id) where person_id is null;

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'rows of % are never changed or deleted', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_entry_only_grows before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_is_never_emptied before truncate on audit_entry
    for each statement execute function refuse_change();
