import type { CommissionerGap, CommissionerKind, StoryLine } from '#contract/commissioners.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'
import { formatNumber } from '../../kit/format.ts'
import { t } from './texts.ts'

const gaps: Record<CommissionerGap, Sentence> = {
  no_party_body: { zh: '无党组织', en: 'No Party body' },
  no_union: { zh: '无工会', en: 'No union' },
  no_chair: { zh: '缺工会主席', en: 'No union chair' },
  no_commissioner: { zh: '应配未配专员', en: 'No commissioner' },
  term_ending: { zh: '工会任期将满或已满', en: 'Union’s term ending or over' },
  post_ending: { zh: '专员任职将满', en: 'Commissioner’s post ending' },
}

const steps: Record<CommissionerGap, Sentence> = {
  no_party_body: {
    zh: '还没有党组织。与街道两新工委商量单独组建或联合组建，建成后在台账登记党组织隶属。',
    en: 'It has no Party body. Agree with the two-new committee on one of its own or a joint one, then record the tie in the register.',
  },
  no_union: {
    zh: '还没有工会。25 名会员以上应单独建会，不足的可联合建会；先登记覆盖它的工会。',
    en: 'It has no union. From 25 members on it forms its own, below that it may join one; record which union covers it.',
  },
  no_chair: {
    zh: '覆盖它的工会没有主席。安排补选，选出后登记任职。',
    en: 'The union that covers it has no chair. Hold a by-election and record the result.',
  },
  no_commissioner: {
    zh: '按规定应配备党工专员。从人才库推荐合适的人，经工会选举程序后登记任职。',
    en: 'It must have a commissioner. Propose somebody from the talent pool; after the union’s election record the post.',
  },
  term_ending: {
    zh: '工会委员会任期将满或已满。提前报上级批准换届选举。',
    en: 'The committee’s term is ending or over. Ask the higher union to approve the election.',
  },
  post_ending: {
    zh: '党工专员任职将满。及早确定续任或接任人选，并办好交接。',
    en: 'The commissioner’s post is ending. Settle who continues or follows, and prepare the hand-over.',
  },
}

const kinds: Record<CommissionerKind, Sentence> = {
  part_time_chair: { zh: '兼职工会主席', en: 'part-time chair' },
  party_affairs_officer: { zh: '专职党务专员', en: 'full-time Party-affairs officer' },
}

const types: Record<string, Sentence> = {
  new_economic: { zh: '新经济组织', en: 'new economic organisation' },
  new_social: { zh: '新社会组织', en: 'new social organisation' },
}

const lines: Record<string, Sentence> = {
  founded: { zh: '登记成立', en: 'Entered in the register' },
  workers: { zh: '填报职工 {text} 人', en: 'Reported {text} workers' },
  party_body: { zh: '建立党组织隶属', en: 'Got its Party body' },
  covered: { zh: '纳入工会覆盖', en: 'Covered by a union' },
  uncovered: { zh: '工会覆盖终止', en: 'No longer covered by that union' },
  elected: { zh: '工会委员会选举，任期 {text} 年', en: 'Its union elected a committee for {text} years' },
  post_given: { zh: '党工专员到任', en: 'A commissioner took the post' },
  post_ended: { zh: '党工专员任职结束', en: 'A commissioner’s post ended' },
}

/** What is missing, in a few words. */
export function gapName(gap: CommissionerGap): string {
  return fill(gaps[gap], {})
}

/** What an officer does about a gap. */
export function gapStep(gap: CommissionerGap): string {
  return fill(steps[gap], {})
}

/** How somebody serves as commissioner. */
export function kindName(kind: CommissionerKind): string {
  return fill(kinds[kind], {})
}

/** New economic or new social. */
export function typeName(type: string): string {
  return types[type] ? fill(types[type], {}) : type
}

/** How a post came about. */
export function basisName(basis: string): string {
  if (basis === 'election') return t('elected')
  return basis === 'register' ? t('entered') : t('appointed')
}

/** One line of the story. */
export function storyWords({ code, text }: StoryLine): string {
  const sentence = lines[code]
  if (sentence === undefined) return code
  return fill(sentence, { text: text === null ? '' : formatNumber(Number(text)) })
}
