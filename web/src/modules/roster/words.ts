import type { ImportBucket, ImportRow, ImportState, RosterImport } from '#contract/roster.ts'
import { importFields } from '#contract/import-fields.ts'
import { language } from '../../i18n/language.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'
import type { IconName } from '../../ui/icon.tsx'
import { t as rowText } from './row-texts.ts'
import { t } from './texts.ts'

/** What a change is about where it is no column of the sheet. */
const changeFields: Record<string, Sentence> = {
  membership: { zh: '会籍', en: 'Membership' },
  membership_kind: { zh: '会籍类别', en: 'Kind of membership' },
  joined_on: { zh: '入会时间', en: 'Joined on' },
  employer: { zh: '工作单位', en: 'Employer' },
  form: { zh: '用工形式', en: 'Form of employment' },
  status: { zh: '就业状况', en: 'Employment status' },
  migrant_worker: { zh: '是否农民工', en: 'Rural migrant worker' },
  service_card: { zh: '会员服务卡号', en: 'Service card number' },
}

/** What a column or a changed fact is called; a name that is new to the screen stays as it is. */
export function fieldName(field: string): string {
  const words = changeFields[field] ?? importFields[field]
  return words ? fill(words, {}) : field
}

/** The columns that a file of this kind can have, to choose from. */
export function fieldChoices(kind: RosterImport['kind']): { value: string; label: string }[] {
  const names = Object.keys(importFields)
  // The table names the columns of a roster first, then those of a register; a few belong to both.
  const split = names.indexOf('name')
  const own = kind === 'roster' ? [...names.slice(0, split), 'union_uscc'] : names.slice(split)
  const shared = kind === 'roster' ? [] : ['index', 'address', 'remark']
  return [...own, ...shared].map((value) => ({ value, label: fieldName(value) }))
}

/** Why a row waits, in the language of the screen. */
export function reasonWords(reason: ImportRow['reasons'][number]): string {
  return language() === 'zh' ? reason.zh : reason.en
}

/** What rows are listed by: what is to become of them, members not named, or what an undo left. */
export type ListName = ImportBucket | 'leavers' | 'left'

/** A list’s name in a word. */
export function listWords(name: ListName): string {
  return rowText(listKeys[name])
}

const listKeys = {
  new: 'bucketNew',
  changed: 'bucketChanged',
  same: 'bucketSame',
  transfer: 'bucketTransfer',
  review: 'bucketReview',
  rejected: 'bucketRejected',
  left_out: 'bucketLeftOut',
  leavers: 'bucketLeavers',
  left: 'bucketLeft',
} as const

/** What its rows are, in a few words: what will become of them, or what became. */
export function listHint(name: ListName, { kind, state }: Pick<RosterImport, 'kind' | 'state'>): string {
  const ended = state === 'committed' ? doneKeys : state === 'undone' ? undoneKeys : {}
  const units = kind === 'organisations' ? unitKeys : {}
  return rowText({ ...hintKeys, ...units, ...ended }[name])
}

const hintKeys = {
  new: 'hintNew',
  changed: 'hintChanged',
  same: 'hintSame',
  transfer: 'hintTransfer',
  review: 'hintReview',
  rejected: 'hintRejected',
  left_out: 'hintLeftOut',
  leavers: 'hintLeavers',
  left: 'hintLeft',
} as const
const unitKeys = { new: 'hintNewUnits', changed: 'hintChangedUnits' } as const
const notTaken = { review: 'hintNotTaken', rejected: 'hintNotTaken' } as const
const doneKeys = { new: 'hintNewDone', changed: 'hintChangedDone', ...notTaken } as const
const undoneKeys = { new: 'hintNewUndone', changed: 'hintChangedUndone', ...notTaken } as const

/** Where an import stands, with the icon and the tone that go with it. */
export function stateLook(state: ImportState): { words: string; icon: IconName; tone: string } {
  const { key, icon, tone } = stateLooks[state]
  return { words: t(key), icon, tone }
}

const stateLooks = {
  judging: { key: 'stateJudging', icon: 'clock', tone: 'going' },
  refused: { key: 'stateRefused', icon: 'warn', tone: 'bad' },
  failed: { key: 'stateFailed', icon: 'warn', tone: 'bad' },
  ready: { key: 'stateReady', icon: 'inbox', tone: 'due' },
  committing: { key: 'stateCommitting', icon: 'clock', tone: 'going' },
  committed: { key: 'stateCommitted', icon: 'check', tone: 'done' },
  undoing: { key: 'stateUndoing', icon: 'clock', tone: 'going' },
  undone: { key: 'stateUndone', icon: 'close', tone: 'quiet' },
} as const

/** Whether the server is at work on an import. */
export function isBusy(state: ImportState): boolean {
  return state === 'judging' || state === 'committing' || state === 'undoing'
}

/** What the steps of the background work are called. */
export function stepNames(): Record<string, string> {
  return {
    judging: t('stepJudging'),
    comparing: t('stepComparing'),
    persons: t('stepPersons'),
    employments: t('stepEmployments'),
    memberships: t('stepMemberships'),
    index: t('stepIndex'),
    changes: t('stepChanges'),
    undoing: t('stepUndoing'),
  }
}
