import { AppError } from '../errors.ts'
import { outageOf } from '../outage.ts'

/** Named constraints that users can run into, and the code of the sentence they get: the last guard behind the commands' own checks. */
const constraintCodes: Record<string, string> = {
  affiliations_self_check: 'organisations.cycle',
  affiliations_open_leads_key: 'organisations.already_led',
  coverages_open_key: 'organisations.already_covered',
  headcounts_current_key: 'organisations.headcount_exists',
  memberships_open_key: 'people.already_member',
  transfer_steps_end_key: 'people.transfer_ended',
  transfer_steps_pkey: 'people.transfer_ended',
  persons_document_hash_key: 'people.document_taken',
  mass_change_undoings_pkey: 'people.change_already_undone',
  person_aliases_current_key: 'people.merge_chain',
  organisation_endings_current_key: 'organisations.already_ended',
  privacy_notices_pkey: 'consents.notice_changed',
  breach_steps_pkey: 'consents.step_taken',
  erasure_cancellations_pkey: 'approvals.over',
  complaint_acts_pkey: 'common.busy',
  member_exports_approval_key: 'people.export_taken',
  approval_acts_pkey: 'approvals.over',
  inbox_task_endings_pkey: 'inbox.already_ended',
  delegation_endings_pkey: 'access.delegation_over',
  hand_over_undoings_pkey: 'access.hand_over_undone',
  api_token_endings_pkey: 'access.token_over',
  attestation_answers_pkey: 'matchmaking.attestation_answered',
  dating_profiles_person_key: 'matchmaking.profile_exists',
  person_report_decisions_pkey: 'matchmaking.report_decided',
  appointment_annulments_pkey: 'access.appointment_over',
  open_couples_pkey: 'matchmaking.couple_changed',
  contact_releases_open_key: 'common.busy',
  ledger_accounts_balance_check: 'funds.balance_moved',
  ledger_entries_once_key: 'funds.already_done',
  budget_movements_reverses_key: 'funds.already_reversed',
  claims_once_key: 'funds.already_claimed',
  payment_line_claims_attempt_key: 'funds.already_listed',
  payment_batches_number_key: 'common.busy',
  payment_batch_acts_pkey: 'funds.batch_moved_on',
  payment_batch_acts_hands_key: 'funds.same_hand_twice',
  payment_return_files_once_key: 'funds.returns_known',
  payment_returns_pkey: 'funds.returns_known',
  stipend_grade_decisions_pkey: 'stipends.grade_decided',
  fund_sources_name_key: 'funds.source_exists',
  direct_point_grants_once_key: 'points.granted_already',
  direct_point_decisions_pkey: 'points.moved_on',
  direct_point_payments_once_key: 'points.paid_already',
  direct_point_payment_reversals_pkey: 'points.moved_on',
  direct_point_reports_number_key: 'points.moved_on',
  direct_point_report_reviews_pkey: 'points.moved_on',
  demonstration_decisions_pkey: 'points.moved_on',
  contributions_once_key: 'contributions.recorded_already',
  contribution_withdrawals_pkey: 'contributions.moved_on',
  contribution_movements_once_key: 'contributions.voucher_booked',
  contribution_movement_reversals_pkey: 'contributions.moved_on',
  allocations_document_key: 'allocations.document_used',
  allocation_decisions_pkey: 'allocations.moved_on',
  allocation_payments_pkey: 'allocations.moved_on',
  allocation_spending_reversals_pkey: 'allocations.moved_on',
  allocation_spending_once_key: 'allocations.voucher_booked',
  dues_once_key: 'dues.recorded_already',
  dues_withdrawals_pkey: 'dues.moved_on',
  prize_lists_once_key: 'prizes.given_already',
  benefit_decisions_pkey: 'ceilings.decided_already',
  union_stat_codes_code_key: 'reports.stat_code_taken',
  sealed_reports_corrects_key: 'reports.already_corrected',
}

/** A value that no schema refused and no column can hold: a number or a date out of range, a character that cannot be stored. */
const unfit: Record<string, true> = {
  '22003': true,
  '22007': true,
  '22008': true,
  '22009': true,
  '22021': true,
  '22P05': true,
}

/** Turns a PostgreSQL error into the product's own where a named constraint or a lock says what happened; others pass unchanged. */
export function mapDatabaseError(error: unknown): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error
  const { code, constraint } = error as Error & { code?: string; constraint?: string }
  if (code === '53100') return outageOf(error)
  if (code === '40001' || code === '40P01' || code === '55P03') return new AppError('conflict', 'common.busy')
  if (code !== undefined && code in unfit) return new AppError('invalid', 'common.invalid')
  const mapped = constraint === undefined ? undefined : constraintCodes[constraint]
  return mapped === undefined ? error : new AppError('conflict', mapped)
}
