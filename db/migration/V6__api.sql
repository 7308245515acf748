-- What programs come with, and what they were answered.

create table api_token (
    id            bigint generated always as identity primary key,
    person_id     bigint not null references person,
    name          text not null constraint api_token_name check (length(name) between 1 and 100),
    hash          bytea not null constraint api_token_once unique constraint api_token_hash check (octet_length(hash) = 32),
    writes        boolean not null,
    created_at    timestamptz not null,
    expires_at    timestamptz,
    last_used_at  timestamptz,
    revoked_at    timestamptz
);
create index api_token_by_person on api_token (person_id);

-- Answers to requests with an Idempotency-Key, for a day.
create table kept_answer (
    sender        text not null,
    path          text not null,
    key           text not null,
    at            timestamptz not null,
    body_hash     bytea not null,
    status        integer not null,
    content_type  text,
    location      text,
    etag          text,
    body          bytea not null,
    primary key (sender, path, key)
);
create index kept_answer_by_time on kept_answer (at);
