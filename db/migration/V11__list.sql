-- What the pages of very many domains are read from: indices that answer alone, without a look at the rows.

drop index domain_due;
create index domain_due on domain (due_at, name) where removed_at is null and mode = 'testing' and takes_mail;

-- what is null cannot be walked through in an index's order
create index domain_unpublished on domain (worst_severity desc, due_at, name) where removed_at is null and mode is null;

create index domain_with_findings on domain (id) include (mode, current_version)
    where removed_at is null and worst_severity > 0;

create index domain_international on domain (unicode_name, name) where removed_at is null and unicode_name <> name;
