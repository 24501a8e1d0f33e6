create extension if not exists vector;

-- One branch of one code base.
create table structindex.repositories (
    id int generated always as identity primary key,
    tenant text not null default current_setting('structindex.tenant'),
    name text not null,
    branch text not null,
    unique (tenant, name, branch)
);

-- A unit by its content: branches that hold the same unit share the row.
create table structindex.units (
    tenant text not null default current_setting('structindex.tenant'),
    hash text not null,
    id text not null,
    path text not null,
    start_line int not null,
    end_line int not null,
    language text not null,
    kind text not null,
    role text not null,
    qualified_name text not null,
    signature text not null,
    documentation text not null,
    text text not null,
    callers text not null,
    callees text not null,
    words tsvector not null,
    vector halfvec({dimensions}) not null,
    primary key (tenant, hash)
);
create index units_words on structindex.units using gin (words);
create index units_vector on structindex.units using hnsw (vector halfvec_cosine_ops);

-- Which units a branch holds.
create table structindex.members (
    repository int not null references structindex.repositories on delete cascade,
    tenant text not null default current_setting('structindex.tenant'),
    key text not null,
    hash text not null,
    primary key (repository, key),
    foreign key (tenant, hash) references structindex.units (tenant, hash)
);
create index members_hash on structindex.members (tenant, hash, repository);

create table structindex.edges (
    repository int not null references structindex.repositories on delete cascade,
    tenant text not null default current_setting('structindex.tenant'),
    from_key text not null,
    to_key text not null,
    kind text not null,
    certainty text not null,
    line int not null
);
create index edges_to on structindex.edges (repository, to_key);

-- Tenants see their own rows. Superusers and roles with BYPASSRLS see all.
do $$
declare name text;
begin
    foreach name in array array['repositories', 'units', 'members', 'edges'] loop
        execute format('alter table structindex.%I enable row level security', name);
        execute format('alter table structindex.%I force row level security', name);
        execute format('create policy own_tenant on structindex.%I using (tenant = current_setting(''structindex.tenant''))', name);
    end loop;
end $$;
