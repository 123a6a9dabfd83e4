import type { TransferSide, TransferState, TransferStep } from '#contract/people-transfers.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const states: Record<TransferState, Sentence> = {
  requested: { zh: '待转出工会放行', en: 'waits for release' },
  released: { zh: '待转入工会接收', en: 'waits for acceptance' },
  accepted: { zh: '已转入', en: 'accepted' },
  refused: { zh: '未同意', en: 'refused' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
  expired: { zh: '逾期失效', en: 'expired' },
  overtaken: { zh: '情况已变，自动结束', en: 'overtaken by events' },
}
const steps: Record<TransferState, Sentence> = {
  requested: { zh: '提出申请', en: 'Asked for' },
  released: { zh: '转出工会放行', en: 'Released by the union of today' },
  accepted: { zh: '转入工会接收，会籍转入', en: 'Accepted by the new union; the membership moved' },
  refused: { zh: '没有同意', en: 'Refused' },
  withdrawn: { zh: '撤回申请', en: 'Withdrawn' },
  expired: { zh: '逾期没有答复，自动失效', en: 'Expired without an answer' },
  overtaken: { zh: '会籍已另行变更，自动结束', en: 'Overtaken: the membership changed otherwise' },
}
const sides: Record<TransferStep['bySide'], Sentence> = {
  person: { zh: '职工本人', en: 'the member' },
  union_of_today: { zh: '转出工会', en: 'the union of today' },
  union_to_come: { zh: '转入工会', en: 'the new union' },
  system: { zh: '系统', en: 'the system' },
}

/** Where a transfer stands. */
export function transferStateName(state: TransferState): string {
  return fill(states[state], {})
}

/** What happened at a step. */
export function transferStepName(step: TransferState): string {
  return fill(steps[step], {})
}

/** Who asked, or who took a step. */
export function transferSideName(side: TransferSide | 'system'): string {
  return fill(sides[side], {})
}
