import type { CommissionerGap, CommissionerKind } from '#contract/commissioners.ts'
import { fill, type Sentence } from '../../i18n/texts.ts'

const gaps: Record<CommissionerGap, Sentence> = {
  no_party_body: { zh: '无党组织', en: 'No Party body' },
  no_union: { zh: '无工会', en: 'No union' },
  no_chair: { zh: '缺工会主席', en: 'No union chair' },
  no_commissioner: { zh: '应配未配专员', en: 'No commissioner' },
  term_ending: { zh: '工会任期将满或已满', en: 'Union’s term ending or over' },
  post_ending: { zh: '专员任职将满', en: 'Commissioner’s post ending' },
  stipend_unpaid: { zh: '补贴未发', en: 'Stipend unpaid' },
  venue_below: { zh: '阵地未达标', en: 'Venue below standard' },
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
  stipend_unpaid: {
    zh: '已核算的专项补贴还没有发，或者被银行退回。请财务编入付款清单发放。',
    en: 'A stipend that was worked out is not paid, or the bank returned it. Finance puts it on a payment list.',
  },
  venue_below: {
    zh: '阵地缺项或佐证过期。补齐后请上级工会再次核查。',
    en: 'The venue lacks an item or evidence ran out. Mend it, then have the higher union inspect it again.',
  },
}

const kinds: Record<CommissionerKind, Sentence> = {
  part_time_chair: { zh: '兼职工会主席', en: 'part-time chair' },
  party_affairs_officer: { zh: '专职党务专员', en: 'full-time Party-affairs officer' },
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
