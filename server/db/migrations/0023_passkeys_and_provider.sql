-- Passkeys, and accounts of an outside OpenID Connect provider that their owners have linked.

create table passkeys (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  credential_id bytea not null,
  public_key bytea not null,
  counter bigint not null,
  transports text[] not null,
  -- What its owner calls it, such as "office computer".
  name text not null,
  made_at timestamptz not null default now(),
  last_used_at timestamptz,
  removed_at timestamptz,
  constraint passkeys_pkey primary key (tenant_id, id),
  constraint passkeys_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index passkeys_account_idx on passkeys (tenant_id, account_id) where removed_at is null;
create unique index passkeys_credential_key on passkeys (tenant_id, credential_id) where removed_at is null;
select make_tenant_table('passkeys');
grant update (counter, last_used_at, removed_at) on passkeys to gonghui_app;

-- To which account a passkey leads, by the keyed hash of its credential: sign-in does not know the tenant yet.
create table passkey_directory (
  credential_hash bytea not null,
  tenant_id uuid not null,
  account_id uuid not null,
  constraint passkey_directory_pkey primary key (credential_hash)
);
create index passkey_directory_account_idx on passkey_directory (tenant_id, account_id);

-- What a browser was asked and must answer within minutes, once; sealed.
create table sign_in_challenges (
  id uuid not null,
  kind text not null,
  sealed bytea not null,
  expires_at timestamptz not null,
  constraint sign_in_challenges_pkey primary key (id),
  constraint sign_in_challenges_kind_check check (kind in ('passkey_registration', 'passkey_sign_in', 'provider', 'provider_proved'))
);

create table provider_links (
  tenant_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  subject_hash bytea not null,
  linked_at timestamptz not null default now(),
  unlinked_at timestamptz,
  constraint provider_links_pkey primary key (tenant_id, id),
  constraint provider_links_account_fkey foreign key (tenant_id, account_id) references accounts (tenant_id, id)
);
create index provider_links_account_idx on provider_links (tenant_id, account_id) where unlinked_at is null;
create unique index provider_links_subject_key on provider_links (tenant_id, subject_hash) where unlinked_at is null;
select make_tenant_table('provider_links');
grant update (unlinked_at) on provider_links to gonghui_app;

-- To which account somebody known to the provider leads, by the keyed hash of issuer and subject.
create table provider_directory (
  subject_hash bytea not null,
  tenant_id uuid not null,
  account_id uuid not null,
  constraint provider_directory_pkey primary key (subject_hash)
);
create index provider_directory_account_idx on provider_directory (tenant_id, account_id);

grant select, insert, update, delete on passkey_directory, sign_in_challenges, provider_directory to gonghui_app;
