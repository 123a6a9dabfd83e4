/** Tables outside row security: no personal data. Migrations, jobs, sessions by hash, limits. */
export const plumbingTables = [
  'tenants',
  'login_directory',
  'sessions',
  'limits',
  'rate_buckets',
  'sign_in_places',
  'sign_in_challenges',
  'passkey_directory',
  'provider_directory',
  'jobs',
  'schedules',
  'one_time_codes',
  'daily_counts',
  'backups',
  'drills',
  'key_rotations',
  'activation_secrets',
  'installation',
  'token_directory',
  'pgmigrations',
]

/** Tables every tenant may read and none may write: filled by migrations and the update command. */
export const referenceTables = [
  'processing_purposes',
  'divisions',
  'code_entries',
  'rules',
  'calendar_days',
  'posts',
  'post_grants',
  'post_appointers',
  'permission_passings',
]

/** Indexes of tenant tables that do not start with tenant_id, each with its reason. */
export const indexExceptions: Record<string, string> = {
  member_index_tokens_idx:
    'an inverted index over numbers; every search names a tree number, which belongs to one tenant',
}
