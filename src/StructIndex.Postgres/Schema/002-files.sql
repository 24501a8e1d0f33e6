-- What a whole branch is known by, for the ranker; null for one that an older version of the package pushed.
alter table structindex.repositories add column statistics bytea, add column version bigint not null default 0;

-- A search reads the words of thousands of units: they stay in the row, which is two and a half times as fast as a look elsewhere for each.
alter table structindex.units alter column words set storage main;
alter table structindex.units set (toast_tuple_target = 4080);

-- The file of a unit, and its name in lower case.
alter table structindex.members add column path text not null default '', add column name text not null default '';
create index members_path on structindex.members (repository, path);
create index members_name on structindex.members (repository, name);
create index edges_from on structindex.edges (repository, from_key);

-- Everything that a search reads of a file: units, words, vectors. Branches that hold the same share the row.
create table structindex.extracts (
    tenant text not null default current_setting('structindex.tenant'),
    hash text not null,
    bytes bytea not null,
    primary key (tenant, hash)
);

-- They are read whole, and as they are.
alter table structindex.extracts alter column bytes set storage external;

-- The files of a branch: the name in lower case, the same without extension and without the word that makes it a test, and the average of the vectors.
create table structindex.files (
    repository int not null references structindex.repositories on delete cascade,
    tenant text not null default current_setting('structindex.tenant'),
    path text not null,
    name text not null,
    stem text not null,
    hash text not null,
    vector halfvec({dimensions}) not null,
    primary key (repository, path),
    foreign key (tenant, hash) references structindex.extracts (tenant, hash)
);
create index files_name on structindex.files (repository, name);
create index files_stem on structindex.files (repository, stem);
create index files_hash on structindex.files (tenant, hash);

do $$
declare name text;
begin
    foreach name in array array['extracts', 'files'] loop
        execute format('alter table structindex.%I enable row level security', name);
        execute format('alter table structindex.%I force row level security', name);
        execute format('create policy own_tenant on structindex.%I using (tenant = current_setting(''structindex.tenant''))', name);
    end loop;
end $$;
