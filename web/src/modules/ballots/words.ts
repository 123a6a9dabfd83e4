import type { BallotDocumentKind } from '#contract/ballot-documents.ts'
import type {
  BallotKind,
  BallotNext,
  BallotRound,
  BallotRoundResult,
  BallotState,
} from '#contract/ballots-shapes.ts'
import { fill } from '../../i18n/texts.ts'
import type { Sentence } from '../../i18n/texts.ts'
import { recallReason } from './recall-words.ts'

const states: Record<BallotState, Sentence> = {
  planned: { zh: '拟定', en: 'planned' },
  submitted: { zh: '等上级同意', en: 'waiting to be allowed' },
  approved: { zh: '已同意', en: 'allowed' },
  roll_frozen: { zh: '提名', en: 'nominating' },
  published: { zh: '公示', en: 'notice' },
  voting: { zh: '投票', en: 'voting' },
  counted: { zh: '待大会决定', en: 'to be decided' },
  finished: { zh: '待报结果', en: 'to be reported' },
  reported: { zh: '等上级批准', en: 'waiting to be confirmed' },
  confirmed: { zh: '已批准', en: 'confirmed' },
}
const kinds: Record<BallotKind, Sentence> = {
  committee: { zh: '委员会委员', en: 'committee' },
  standing_committee: { zh: '常务委员', en: 'standing committee' },
  audit_committee: { zh: '经审委员', en: 'audit committee' },
  chair: { zh: '主席', en: 'chair' },
  delegates: { zh: '会员代表', en: 'delegates' },
  recall: { zh: '罢免', en: 'recall' },
}
const next: Record<BallotNext['kind'], Sentence> = {
  finish: { zh: '确认结果', en: 'Accept the result' },
  run_off: { zh: '票数相等者再次投票', en: 'Run-off among the tied' },
  new_vote: { zh: '差额部分另行选举', en: 'New vote for the seats left' },
  fewer_seats: { zh: '大会同意减少名额', en: 'Fewer seats, as the assembly agrees' },
  repeat: { zh: '重新投票', en: 'Vote again' },
  final: { zh: '进入等额正式选举', en: 'On to the second round' },
}
const rounds: Record<string, Sentence> = {
  first: { zh: '第一次投票', en: 'First vote' },
  run_off: { zh: '再次投票', en: 'Run-off' },
  new_vote: { zh: '另行选举', en: 'New vote' },
  repeat: { zh: '重新投票', en: 'Repeated vote' },
  final: { zh: '等额正式选举', en: 'Second round' },
  pre: { zh: '预选', en: 'First round' },
}
const outcomes: Record<string, Sentence> = {
  elected: { zh: '当选', en: 'elected' },
  tied: { zh: '票数相等', en: 'tied' },
  over: { zh: '过半数，未当选', en: 'majority, no seat' },
  below: { zh: '未当选', en: 'not elected' },
  barred: { zh: '不具备资格', en: 'barred' },
}
const reasons: Record<string, Sentence> = {
  returned_within_issued: {
    zh: '收回 {returned} 张，不超过发出的 {issued} 张，选举有效。',
    en: '{returned} papers came back, no more than the {issued} handed out: valid.',
  },
  returned_over_issued: {
    zh: '收回 {returned} 张，超过发出的 {issued} 张，选举无效，重新投票。',
    en: '{returned} papers came back, more than the {issued} handed out: void.',
  },
  quorum_reached: {
    zh: '到会 {attended} 人，达到须到的 {needed} 人（应到会 {due} 人）。',
    en: '{attended} attended; {needed} of {due} were needed.',
  },
  quorum_missed: {
    zh: '到会 {attended} 人，不足须到的 {needed} 人（应到会 {due} 人），选举无效。',
    en: '{attended} attended; {needed} of {due} were needed: nobody is elected.',
  },
  ballots_void: { zh: '有效票 {valid} 张，无效票 {void} 张。', en: '{valid} valid papers, {void} void.' },
  majority_needed: {
    zh: '当选须得 {needed} 票，达到的有 {passed} 人。',
    en: '{needed} votes elect; {passed} have them.',
  },
  no_majority_needed: { zh: '再次投票，得票多的当选。', en: 'In a run-off more votes win.' },
  elected: { zh: '应选 {seats} 人，当选 {elected} 人。', en: '{elected} of {seats} seats are filled.' },
  tied_at_last_seat: {
    zh: '最后名额上 {tied} 人票数相等，就他们再次投票（还有 {seatsLeft} 个名额）。',
    en: '{tied} are tied at the last seat: they are voted on again ({seatsLeft} left).',
  },
  seats_left: { zh: '还有 {seatsLeft} 个名额，由大会决定。', en: '{seatsLeft} left: the assembly decides.' },
  phone_urn_lost: {
    zh: '监票人密钥丢失，手机选票打不开，这次投票作废，纸质选票也不计，全体重新投票。',
    en: 'The scrutineers’ key is lost and the ballots by phone cannot be opened: this vote is void, papers are not counted either, and all vote again.',
  },
  all_seats_filled: { zh: '名额已满。', en: 'All seats are filled.' },
}

const documents: Record<BallotDocumentKind, Sentence> = {
  notice: { zh: '候选人公示', en: 'Notice of candidates' },
  paper: { zh: '选票', en: 'Ballot paper' },
  roll: { zh: '选民名册', en: 'Roll' },
  report: { zh: '选举结果报告单', en: 'Result report' },
  reply: { zh: '上级工会批复', en: 'Reply of the higher union' },
}

const said = (table: Record<string, Sentence>) => (key: string) =>
  fill(table[key] ?? { zh: key, en: key }, {})

/** How an election stands. */
export const stateName = said(states)
/** What is elected. */
export const kindName = said(kinds)
/** What may come after a vote. */
export const nextName = said(next)
/** Which vote it is; of two rounds also which round. */
export function roundName({ kind, stage }: Pick<BallotRound, 'kind' | 'stage'>): string {
  if (stage === 'final') return said(rounds)(kind)
  return kind === 'first' ? said(rounds)('pre') : `${said(rounds)('pre')} · ${said(rounds)(kind)}`
}
/** What came of a name. */
export const outcomeName = said(outcomes)

/** Which paper of an election it is. */
export const documentName = said(documents)

/** One numbered reason of a result, in words. */
function reasonSentence(code: string, params: Record<string, number>): string {
  return fill(reasons[code] ?? { zh: code, en: code }, params)
}

/** The reasons of a vote's result in their order, as an election or a recall says them. */
export function reasonSentences(round: Pick<BallotRoundResult, 'reasons'>, kind: BallotKind): string[] {
  return round.reasons.flatMap(({ code, params }) => {
    const recalled = kind === 'recall' ? recallReason(code, params) : null
    return recalled === undefined ? [] : [recalled ?? reasonSentence(code, params)]
  })
}
