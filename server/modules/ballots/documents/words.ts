import type { BallotKind, BallotRoundResult, BallotTally } from '#contract/ballots-shapes.ts'

const kinds: Record<BallotKind, string> = {
  committee: '工会委员会委员',
  standing_committee: '工会委员会常务委员',
  audit_committee: '经费审查委员会委员',
  chair: '工会主席',
  delegates: '会员代表',
  recall: '罢免案',
}

const rounds: Record<BallotRoundResult['kind'], string> = {
  first: '第一次投票',
  run_off: '得票相等者再次投票',
  new_vote: '另行选举',
  repeat: '重新投票',
  final: '正式选举',
}

const outcomes: Record<BallotTally['outcome'], string> = {
  elected: '当选',
  tied: '票数相等',
  over: '过半数未当选',
  below: '未过半数',
  barred: '不具备资格',
}

/** What is elected, as papers say it. */
export function kindWord(kind: BallotKind): string {
  return kinds[kind]
}

/** Which vote it is, as papers say it. */
export function roundWord({ kind, stage }: Pick<BallotRoundResult, 'kind' | 'stage'>): string {
  return stage === 'pre' ? `预选${kind === 'first' ? '' : rounds[kind]}` : rounds[kind]
}

/** What came of a name, as papers say it. */
export function outcomeWord(outcome: BallotTally['outcome']): string {
  return outcomes[outcome]
}

/** What came of a recall, as papers say it: whoever is recalled is not elected. */
export function recallWord(outcome: BallotTally['outcome']): string {
  return outcome === 'elected' ? '罢免通过' : '罢免未通过'
}
