-- As known at an earlier moment, superseded headcounts count too: the index of the current ones is of no use there.
create index headcounts_organisation_idx on headcounts (tenant_id, organisation_id, as_of);
create index organisation_endings_organisation_idx on organisation_endings (tenant_id, organisation_id);
