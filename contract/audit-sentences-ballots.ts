import type { Sentence } from './sentence.ts'

/** What is done in elections. Nothing of what a ballot says, and of papers only how many. */
export const ballotSentences = {
  'ballots.planned': {
    zh: '拟定了选举（应选 {seats} 人）',
    en: 'planned an election ({seats} {seats|seat|seats})',
  },
  'ballots.allowed': { zh: '同意了选举请示', en: 'allowed an election' },
  'ballots.roll_frozen': {
    zh: '确定了选民名册第 {version} 版（{due} 人）',
    en: 'froze the roll, version {version} ({due} {due|voter|voters})',
  },
  'ballots.nominated': { zh: '提名了候选人', en: 'nominated a candidate' },
  'ballots.candidacy_withdrawn': { zh: '撤回了候选人提名', en: 'took a candidacy back' },
  'ballots.candidates_published': {
    zh: '公示了 {candidates} 名候选人',
    en: 'made {candidates} {candidates|candidate|candidates} public',
  },
  'ballots.objected': { zh: '登记了对公示的异议', en: 'recorded an objection to a notice' },
  'ballots.objection_answered': { zh: '答复了对公示的异议', en: 'answered an objection to a notice' },
  'ballots.opened': { zh: '开始了第 {round} 次投票', en: 'opened vote {round}' },
  'ballots.papers_handed_out': {
    zh: '登记发出选票 {papers} 张',
    en: 'noted {papers} {papers|paper|papers} handed out',
  },
  'ballots.papers_keyed': {
    zh: '录入了第 {bundle} 叠选票（{papers} 张）',
    en: 'keyed bundle {bundle} ({papers} {papers|paper|papers})',
  },
  'ballots.counted': {
    zh: '第 {round} 次投票计票（收回 {returned} 张，当选 {elected} 人）',
    en: 'closed and counted vote {round} ({returned} returned, {elected} elected)',
  },
  'ballots.recall_counted': {
    zh: '罢免案第 {round} 次投票计票（收回 {returned} 张）',
    en: 'closed and counted vote {round} on a recall ({returned} returned)',
  },
  'ballots.decided': { zh: '登记了大会对下一步的决定', en: 'recorded what the assembly decided next' },
  'ballots.confirmed': { zh: '批准了选举结果', en: 'confirmed the result of an election' },
} satisfies Record<string, Sentence>
