-- Domains with an open draft each, as an import leaves them, in groups of the same size (tags batch-1, batch-2, …).

begin;

insert into domain (name, unicode_name, place, created_at, changed_at, search)
select name, name, 'here', now(), now(), name || E'\nmx1.' || name || E'\nmx2.' || name
from (select 'customer-' || n || '.example.com' as name from generate_series(1, :domains * :batches) n) made;

insert into mx_host (domain_id, position, preference, host)
select d.id, p - 1, p * 10, 'mx' || p || '.' || d.name from domain d cross join generate_series(1, 2) p;

insert into domain_tag (domain_id, tag)
select id, 'batch-' || 1 + (id - (select min(id) from domain)) / :domains from domain;

insert into draft (domain_id, mx, max_age, saved_at, saved_by)
select id, array['mx1.' || name, 'mx2.' || name], '604800', now(), 'postmaster' from domain;

commit;
vacuum analyze domain, mx_host, domain_tag, draft;
