import { fill, texts, type Sentence } from '../../i18n/texts.ts'

/** Texts of a recall 罢免, where those of an election would be wrong: it is carried or not, and nobody is elected. */
export const recallTexts = texts({
  threshold: { zh: '怎样算通过', en: 'What carries it' },
  majority: {
    zh: '罢免通过：同意罢免的票{operator}{base}的 {numerator}/{denominator}',
    en: 'Carried: votes for the recall {operator} {numerator}/{denominator} of {base}',
  },
  inNumbers: {
    zh: '应到会 {due} 人：到会至少 {quorum} 人，同意罢免至少 {majority} 票。',
    en: '{due} due: at least {quorum} must attend, and {majority} votes carry it.',
  },
  carried: { zh: '罢免通过', en: 'recall carried' },
  failed: { zh: '罢免未通过', en: 'recall not carried' },
  yes: { zh: '同意罢免', en: 'For the recall' },
  no: { zh: '不同意罢免', en: 'Against it' },
})

/** What came of a recall, for the name it is about. */
export function recallOutcome(outcome: string): string {
  return recallTexts(outcome === 'elected' ? 'carried' : 'failed')
}

const reasons: Record<string, Sentence> = {
  majority_needed: { zh: '通过须得 {needed} 票同意。', en: '{needed} votes for it carry it.' },
  elected_1: { zh: '同意票达到，罢免通过。', en: 'It has them: the recall is carried.' },
  elected_0: { zh: '同意票不足，罢免未通过。', en: 'It has fewer: the recall is not carried.' },
}

/** One numbered reason of a recall in words; null: what an election says of it is right, or nothing is to be said. */
export function recallReason(code: string, params: Record<string, number>): string | null | undefined {
  // Seats are none of a recall's.
  if (code === 'seats_left' || code === 'all_seats_filled') return undefined
  const sentence = reasons[code === 'elected' ? `elected_${params.elected ?? 0}` : code]
  return sentence === undefined ? null : fill(sentence, params)
}
