import { importFields } from '#contract/import-fields.ts'
import type { ImportBucket, RosterImport } from '#contract/roster.ts'
import { fill } from '../../i18n/texts.ts'
import type { IconName } from '../../ui/icon.tsx'
import { t } from './texts.ts'

/** What is listed on a tab of an import: rows of a bucket, proposed leavers, or rows an undo left. */
export type Tab = ImportBucket | 'leavers' | 'left'

const labels: Record<Tab, () => string> = {
  new: () => t('bucketNew'),
  changed: () => t('bucketChanged'),
  same: () => t('bucketSame'),
  transfer: () => t('bucketTransfer'),
  review: () => t('bucketReview'),
  rejected: () => t('bucketRejected'),
  left_out: () => t('bucketLeftOut'),
  leavers: () => t('bucketLeavers'),
  left: () => t('bucketLeft'),
}
const hints: Record<Tab, () => string> = {
  new: () => t('hintNew'),
  changed: () => t('hintChanged'),
  same: () => t('hintSame'),
  transfer: () => t('hintTransfer'),
  review: () => t('hintReview'),
  rejected: () => t('hintRejected'),
  left_out: () => t('hintLeftOut'),
  leavers: () => t('hintLeavers'),
  left: () => t('hintLeft'),
}
const icons: Record<Tab, IconName> = {
  new: 'people',
  changed: 'swap',
  same: 'check',
  transfer: 'organisation',
  review: 'help',
  rejected: 'warn',
  left_out: 'close',
  leavers: 'leave',
  left: 'clock',
}

/** What a tab is called. */
export function tabLabel(tab: Tab): string {
  return labels[tab]()
}

/** What becomes of the rows of a tab, and what the officer can do. */
export function tabHint(tab: Tab): string {
  return hints[tab]()
}

/** The icon that goes with the words of a tab. */
export function tabIcon(tab: Tab): IconName {
  return icons[tab]
}

const states: Record<RosterImport['state'], () => string> = {
  judging: () => t('judging'),
  refused: () => t('refused'),
  failed: () => t('failed'),
  ready: () => t('ready'),
  committing: () => t('committing'),
  committed: () => t('committed'),
  undoing: () => t('undoing'),
  undone: () => t('undone'),
}

/** Where an import stands, in words. */
export function stateLabel(state: RosterImport['state']): string {
  return states[state]()
}

const changedFields: Record<string, string> = {
  membership: 'union_name',
  membership_kind: 'membership_status',
  joined_on: 'join_date',
  employer: 'employer_name',
  form: 'employment_form',
  status: 'employment_status',
  migrant_worker: 'is_migrant_worker',
  service_card: 'service_card_no',
}

/** What a column is called on the screen. */
export function fieldLabel(field: string): string {
  const label = importFields[changedFields[field] ?? field]
  return label === undefined ? field : fill(label, {})
}

/** Names of the steps of background work. */
export function stepWords(): Record<string, string> {
  return {
    judging: t('stepJudging'),
    comparing: t('stepComparing'),
    persons: t('stepPersons'),
    memberships: t('stepMemberships'),
    employments: t('stepEmployments'),
    index: t('stepIndex'),
    changes: t('stepChanges'),
    undoing: t('stepUndoing'),
  }
}
