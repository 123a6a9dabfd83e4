/** How rows of a table are found by what is erased: records of the person, their accounts, the hashes of their documents and of their complaints. */
export type FoundBy = 'records' | 'accounts' | 'documents' | 'complainants'

/** A table that says something of a person, the columns by which their rows are found, and what becomes of those rows. */
export interface PersonalTable {
  table: string
  by: Readonly<Record<string, FoundBy>>
  /** `delete` the rows, `empty` some columns (to the SQL written there), or `keep` them, and why. */
  becomes: { delete: true } | { empty: Readonly<Record<string, string>> } | { keep: string }
}

const record = { person_id: 'records' } as const
const account = { account_id: 'accounts' } as const
const facts = 'a dated fact: figures of earlier days must stay as they were reported'

/** What stands in place of the name of somebody whose data were erased. */
export const tombstone = '（已删除）'

/**
 * Everything the product holds about persons, table by table, and what erasure does to it. A test compares it with the schema: a new
 * table with a person in it cannot be forgotten here. Statements run in this order, so that what finds a row is emptied after it was used.
 */
export const personalTables: readonly PersonalTable[] = [
  {
    table: 'import_rows',
    by: { person_id: 'records', existing_person_id: 'records', document_hash: 'documents' },
    becomes: {
      empty: {
        ...nulls(
          'sealed, name, sex, birth_date, ethnic_group, political_affiliation, education_level, household_type, migrant_worker',
        ),
        ...nulls('document_cipher, document_hash, mobile_cipher, mobile_hash, mobile_tail_hash'),
        ...nulls('card_cipher, card_hash, wrapped_key, master_key_id'),
        ...nulls('union_group, job, sort_key, name_tokens, changes'),
        // A row that still waits must not be committed: it would bring the person back.
        bucket: `case when exists (select from import_commits c where c.tenant_id = import_rows.tenant_id
          and c.import_id = import_rows.import_id) then bucket else 'left_out' end`,
      },
    },
  },
  { table: 'import_changes', by: record, becomes: { empty: { before: `'{}'::jsonb` } } },
  { table: 'import_leavers', by: record, becomes: { keep: 'ids only' } },
  {
    table: 'person_distinctions',
    by: { person_id: 'records', other_person_id: 'records' },
    becomes: { keep: 'ids only' },
  },
  { table: 'own_withdrawals', by: record, becomes: { empty: { reason: 'null' } } },
  {
    table: 'phone_vote_voters',
    by: record,
    becomes: { keep: 'a roll whose hash is public; numbers and ids only' },
  },
  { table: 'lapse_reminders', by: record, becomes: { keep: 'evidence of a decision; dates and ways only' } },
  { table: 'departure_proposals', by: record, becomes: { keep: 'documents of a decision of the union' } },
  // A reason is free text and may name the person.
  { table: 'transfers', by: record, becomes: { empty: { reason: 'null' } } },
  { table: 'transfer_steps', by: record, becomes: { empty: { reason: 'null' } } },
  { table: 'mass_change_rows', by: record, becomes: { keep: 'ids only' } },
  {
    table: 'employments',
    by: record,
    becomes: { empty: nulls('union_group, job, platform_name') },
  },
  { table: 'memberships', by: record, becomes: { keep: facts } },
  { table: 'appointments', by: record, becomes: { keep: 'who held which post is a legal fact' } },
  {
    table: 'service_cards',
    by: record,
    becomes: { empty: { number_cipher: `''::bytea`, number_hash: `''::bytea` } },
  },
  {
    table: 'person_aliases',
    by: { alias_id: 'records', person_id: 'records' },
    becomes: { empty: { reason: `''` } },
  },
  { table: 'messages', by: record, becomes: { empty: nulls('content_cipher') } },
  { table: 'one_time_codes', by: record, becomes: { delete: true } },
  {
    table: 'activation_slips',
    by: record,
    becomes: { keep: 'says when a slip was printed; its code is gone' },
  },
  { table: 'invitations', by: record, becomes: { keep: 'says when an officer was invited' } },
  { table: 'activation_secrets', by: record, becomes: { delete: true } },
  // Who looked, when and at which fields stays for as long as the law asks; the free text may name the person.
  { table: 'reveals', by: record, becomes: { empty: { reason: `''` } } },
  { table: 'member_export_rows', by: record, becomes: { keep: 'ids only' } },
  { table: 'card_checks', by: record, becomes: { keep: 'ids only' } },
  { table: 'corrections', by: record, becomes: { delete: true } },
  { table: 'erasure_requests', by: record, becomes: { empty: nulls('sealed_reason') } },
  {
    table: 'declared_relatives',
    by: { person_id: 'records', relative_id: 'records' },
    becomes: { keep: 'ids and a word only; nobody may decide about a relative' },
  },
  // Paid is paid: sums, dates and ids stay for the audit of the money; the account goes.
  { table: 'claims', by: record, becomes: { keep: 'a sum that was due; proof of the payment' } },
  { table: 'payment_lines', by: record, becomes: { keep: 'a sum that was paid; proof of the payment' } },
  {
    table: 'benefits',
    by: record,
    becomes: { empty: { note: `'${tombstone}'`, event: `'${tombstone}'` } },
  },
  { table: 'payment_batch_acts', by: record, becomes: { keep: 'who answered for a payment' } },
  {
    table: 'payee_accounts',
    by: record,
    becomes: { empty: { number_cipher: `''::bytea`, holder_cipher: `''::bytea` } },
  },
  { table: 'stipend_lines', by: record, becomes: { keep: 'how a sum came about; proof of the payment' } },
  { table: 'stipend_grades', by: record, becomes: { empty: { reason: `''` } } },
  { table: 'election_roll_entries', by: record, becomes: { empty: { name: `'${tombstone}'` } } },
  {
    table: 'election_candidates',
    by: record,
    becomes: { empty: { name: `'${tombstone}'`, declared: `'{}'` } },
  },
  { table: 'union_delegates', by: record, becomes: { keep: 'who was a delegate of a union, ids only' } },
  { table: 'paper_entries', by: record, becomes: { keep: 'who keyed a bundle of papers, ids only' } },
  { table: 'approvals', by: record, becomes: { keep: 'ids only' } },
  { table: 'approval_acts', by: { about_person_id: 'records' }, becomes: { empty: { reason: `''` } } },
  { table: 'notice_acknowledgements', by: record, becomes: { keep: 'ids only' } },
  { table: 'consents', by: record, becomes: { keep: 'proof of what was agreed, ids only' } },
  { table: 'breach_persons', by: record, becomes: { keep: 'ids only' } },
  {
    table: 'complaints',
    by: { filer_hash: 'complainants' },
    becomes: { empty: nulls('filer_id, sealed_filer, sealed_text') },
  },
  { table: 'complaint_acts', by: { filer_hash: 'complainants' }, becomes: { empty: nulls('sealed_text') } },
  {
    table: 'commissioner_pilot_steps',
    by: record,
    becomes: { keep: 'a grade that was given, with counts and ids' },
  },
  {
    table: 'assessment_voice_givers',
    by: record,
    becomes: { keep: 'that they spoke, ids only; what was said has no name' },
  },
  { table: 'registrations', by: record, becomes: { keep: 'ids only; participations were counted' } },
  { table: 'single_declarations', by: record, becomes: { delete: true } },
  { table: 'eligibility_attestations', by: record, becomes: { keep: 'ids only' } },
  { table: 'profile_views', by: record, becomes: { keep: 'ids only; who looked stays on record (K5)' } },
  { table: 'dating_profiles', by: record, becomes: { delete: true } },
  {
    table: 'blocks',
    by: { person_id: 'records', blocked_person_id: 'records' },
    becomes: { keep: 'ids only; protects the other side' },
  },
  {
    table: 'person_reports',
    by: { reporter_id: 'records', reported_id: 'records' },
    becomes: { empty: nulls('sealed_text') },
  },
  {
    table: 'person_report_decisions',
    by: { reported_id: 'records' },
    becomes: { empty: nulls('sealed_reason, sealed_answer') },
  },
  { table: 'exclusions', by: record, becomes: { keep: 'ids only; protects others' } },
  {
    table: 'honours',
    by: { holder_person_id: 'records' },
    becomes: { empty: { deed: `'（已删除）'` } },
  },
  { table: 'matchmakers', by: record, becomes: { keep: 'who held which office is a fact' } },
  {
    table: 'candidacy_declarations',
    by: record,
    becomes: { keep: 'what a candidacy rested on; words of rules only' },
  },
  { table: 'talents', by: record, becomes: { empty: { ...nulls('training, wishes'), skills: `'{}'` } } },
  { table: 'matchmaker_cases', by: record, becomes: { keep: 'ids only' } },
  { table: 'matchmaker_wishes', by: record, becomes: { keep: 'ids only' } },
  { table: 'training_certificates', by: record, becomes: { keep: 'ids only; a proof that was handed out' } },
  { table: 'assessments', by: record, becomes: { keep: 'ids only; grades were paid by' } },
  { table: 'assessment_self_reports', by: record, becomes: { empty: { body: `''` } } },
  { table: 'assessment_scores', by: { scorer_id: 'records' }, becomes: { empty: { note: `''` } } },
  {
    table: 'assessment_results',
    by: { reviewer_id: 'records' },
    becomes: { keep: 'ids only; grades were paid by' },
  },
  {
    table: 'assessment_steps',
    by: { person_id: 'records', taker_id: 'records' },
    becomes: { empty: { reason: 'null' } },
  },
  { table: 'desk_notes', by: record, becomes: { delete: true } },
  { table: 'meeting_agreements', by: record, becomes: { keep: 'proof of what was agreed, ids only' } },
  {
    table: 'introductions',
    by: { person_a: 'records', person_b: 'records' },
    becomes: { keep: 'ids only' },
  },
  { table: 'introduction_answers', by: record, becomes: { delete: true } },
  {
    table: 'mutual_interests',
    by: { person_a: 'records', person_b: 'records' },
    becomes: { keep: 'ids only; a counted fact' },
  },
  { table: 'contact_releases', by: record, becomes: { empty: { value_cipher: `''::bytea` } } },
  {
    table: 'couples',
    by: { person_a: 'records', person_b: 'records' },
    becomes: { keep: 'ids only; a counted fact' },
  },
  { table: 'couple_renewals', by: record, becomes: { delete: true } },
  { table: 'open_couples', by: record, becomes: { delete: true } },
  {
    table: 'pair_outcomes',
    by: { person_a: 'records', person_b: 'records', told_by_person: 'records' },
    becomes: { keep: 'ids only; a counted fact' },
  },
  { table: 'follow_up_answers', by: record, becomes: { delete: true } },
  {
    table: 'member_index',
    by: record,
    becomes: { keep: 'follows the person’s row in the same transaction' },
  },
  { table: 'person_keys', by: record, becomes: { delete: true } },
  {
    table: 'persons',
    by: { id: 'records' },
    becomes: {
      empty: {
        name: `'${tombstone}'`,
        ...nulls(
          'sex, birth_date, ethnic_group, political_affiliation, education_level, household_type, migrant_worker',
        ),
        ...nulls(
          'document_kind, document_cipher, document_hash, mobile_cipher, mobile_hash, mobile_tail_hash',
        ),
        version: 'version + 1',
      },
    },
  },
  // Answers to the person's own requests, kept for a repetition.
  { table: 'kept_answers', by: account, becomes: { delete: true } },
  {
    table: 'attachments',
    by: { uploaded_by_account: 'accounts' },
    becomes: { keep: 'what they sent in as themselves was removed before, with its files' },
  },
  // Whatever could prove to be the person, or says how they signed in.
  { table: 'password_changes', by: account, becomes: { delete: true } },
  { table: 'recovery_codes', by: account, becomes: { delete: true } },
  { table: 'passkeys', by: account, becomes: { delete: true } },
  { table: 'passkey_directory', by: account, becomes: { delete: true } },
  { table: 'provider_links', by: account, becomes: { delete: true } },
  { table: 'suggestion_levels', by: record, becomes: { delete: true } },
  { table: 'provider_directory', by: account, becomes: { delete: true } },
  { table: 'sessions', by: account, becomes: { delete: true } },
  { table: 'login_directory', by: account, becomes: { delete: true } },
  {
    table: 'accounts',
    by: { id: 'accounts', person_id: 'records' },
    becomes: { empty: { password_hash: `''`, ...nulls('totp_cipher, totp_confirmed_at, totp_last_step') } },
  },
  { table: 'password_changes', by: account, becomes: { empty: nulls('password_hash') } },
  {
    table: 'recovery_codes',
    by: account,
    becomes: { empty: { superseded_at: 'coalesce(superseded_at, now())' } },
  },
  { table: 'api_tokens', by: account, becomes: { keep: 'ends with the appointment and the account' } },
  { table: 'kept_answers', by: account, becomes: { delete: true } },
  { table: 'limits', by: account, becomes: { delete: true } },
  { table: 'account_reopenings', by: account, becomes: { empty: { reason: `''`, closing_reason: 'null' } } },
  { table: 'account_closures', by: account, becomes: { keep: 'says since when the account is closed' } },
  {
    table: 'audit_entries',
    by: account,
    becomes: { keep: 'ids only; the log may not be changed (L1)' },
  },
  { table: 'person_erasures', by: record, becomes: { keep: 'says that and when the person was erased' } },
]

function nulls(columns: string): Record<string, string> {
  return Object.fromEntries(columns.split(', ').map((column) => [column, 'null']))
}
