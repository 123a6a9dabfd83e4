import type { Paper, PaperBlock } from '#contract/paper.ts'
import type { BallotRoundResult } from '#contract/ballots-shapes.ts'
import type { Election } from '../election.ts'
import { line, signedAndSealed, table, writtenDay } from '#server/platform/paper-blocks.ts'
import { outcomeWord, recallWord, roundWord } from './words.ts'

/** The result report 选举结果报告单: numbers of papers, votes of each name, who is elected, and the lines for signatures and seal. */
export function reportDocument(
  election: Election,
  result: { rounds: readonly BallotRoundResult[]; elected: readonly string[] },
): Paper {
  const isRecall = election.kind === 'recall'
  return {
    title: isRecall ? '罢免案表决结果报告单' : '选举结果报告单',
    blocks: [
      line(`${isRecall ? '表决' : '选举'}单位：${election.organisationName}`),
      line(
        `${isRecall ? '表决' : '选举'}事项：${election.title}${isRecall ? '' : `（应选 ${election.seats} 人）`}`,
      ),
      line(`大会日期：${writtenDay(election.meetingOn)}`),
      ...result.rounds.flatMap((round) => roundBlock(round, election)),
      line(outcomeOf(election, result.elected)),
      line(`计票依据：${election.rules.quorum.source}；${election.rules.majority.source}`),
      line('总监票人（签名）：'),
      line('监票人（签名）：'),
      line('计票人（签名）：'),
      ...signedAndSealed,
      line('上级工会批复意见：'),
      ...signedAndSealed,
    ],
  }
}

function outcomeOf({ kind }: Election, elected: readonly string[]): string {
  if (kind === 'recall') return `罢免案：${elected.length === 0 ? '未通过' : '通过'}`
  return `当选人：${elected.length === 0 ? '无' : elected.join('、')}`
}

/** Both channels, each adding up by itself, and who attended by either. */
function phoneSentence({ phone, returned }: BallotRoundResult): string {
  const { issued, returned: cast, surrendered, notReturned } = phone!
  return (
    `其中手机投票：领取凭证 ${issued} 人，投票 ${cast} 张，交回凭证改投纸质 ${surrendered} 人，未投 ${notReturned} 人；` +
    `纸质与手机选票合并计票，到会共 ${returned + cast} 人。`
  )
}

function roundBlock(round: BallotRoundResult, { kind }: Election): PaperBlock[] {
  const isRecall = kind === 'recall'
  const title = line(`${roundWord(round)}${isRecall ? '' : `（应选 ${round.seats} 人）`}`)
  const votes = (count: number | null) => (count === null ? '—' : String(count))
  if (round.reasons.some(({ code }) => code === 'phone_urn_lost'))
    return [
      title,
      line(
        `应到会 ${round.due} 人。监票人密钥丢失，手机选票无法开启，本次投票作废，纸质选票不予计票，全体重新投票。`,
      ),
    ]
  const isVoid = round.outcome === 'void' || round.outcome === 'no_quorum'
  return [
    title,
    line(
      `应到会 ${round.due} 人，发出选票 ${round.issued} 张，收回 ${round.returned} 张，作废更换 ${round.spoilt} 张，未交回 ${round.notReturned} 张；` +
        `有效票 ${round.valid} 张，无效票 ${round.void} 张。到会须达 ${round.quorumNeeded} 人` +
        (round.majorityNeeded === null
          ? '，得票多的当选。'
          : `，${isRecall ? '罢免通过须得同意' : '当选须得'} ${round.majorityNeeded} 票。`),
    ),
    ...(round.phone === null ? [] : [line(phoneSentence(round))]),
    table(
      ['姓名', isRecall ? '同意罢免' : '同意', isRecall ? '不同意罢免' : '不同意', '弃权', '结果'],
      round.tallies.map((each) => [
        each.writtenIn ? `${each.name}（另选）` : each.name,
        votes(each.yes),
        votes(each.no),
        votes(each.abstain),
        isVoid
          ? isRecall
            ? '表决无效'
            : '选举无效'
          : isRecall
            ? recallWord(each.outcome)
            : outcomeWord(each.outcome),
      ]),
    ),
  ]
}
