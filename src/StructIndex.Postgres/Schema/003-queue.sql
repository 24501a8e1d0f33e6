-- Branches that are to be pushed by whichever worker comes first. The lock of a row is its lease: a worker that dies loses it with its connection.
create table structindex.jobs (
    id bigint generated always as identity primary key,
    tenant text not null default current_setting('structindex.tenant'),
    repository text not null,
    branch text not null,
    source text not null,
    attempts int not null default 0,
    error text not null default '',
    unique (tenant, repository, branch)
);

alter table structindex.jobs enable row level security;
alter table structindex.jobs force row level security;
create policy own_tenant on structindex.jobs using (tenant = current_setting('structindex.tenant'));
