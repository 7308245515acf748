-- Long work on many rows. A job's rows are looked at first where its kind judges, then worked on once it is confirmed.

create table job (
    id            bigint generated always as identity primary key,
    kind          text not null,
    key           text not null,
    state         text not null constraint job_state
                  check (state in ('judging', 'judged', 'queued', 'running', 'done', 'cancelled', 'failed')),
    confirmed     boolean not null,
    person_id     bigint not null,
    who           text not null,
    created_at    timestamptz not null,
    started_at    timestamptz,
    ended_at      timestamptz,
    total         integer not null default 0,
    position      integer not null default 0,
    done          integer not null default 0,
    refused       integer not null default 0,
    input         jsonb not null,
    turn          timestamptz not null default clock_timestamp(),
    constraint job_counts check (done + refused <= total)
);
-- Who starts what is under way already gets what is under way.
create unique index job_once on job (kind, key) where state in ('judging', 'judged', 'queued', 'running');
create index job_at_work on job (turn) where state in ('judging', 'queued', 'running');
create index job_by_time on job (created_at desc, id desc);

-- Asking is no change of the job's own row, which its worker holds.
create table job_cancellation (
    job_id    bigint primary key references job on delete cascade,
    asked_by  text not null
);

create table job_row (
    job_id  bigint not null references job on delete cascade,
    number  integer not null,
    name    text not null,
    input   jsonb not null,
    state   text not null default 'open' constraint job_row_state check (state in ('open', 'done', 'same', 'refused')),
    result  text,
    code    text,
    says    jsonb,
    primary key (job_id, number)
) with (fillfactor = 60);
