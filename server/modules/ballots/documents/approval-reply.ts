import type { Paper } from '#contract/paper.ts'
import type { Election } from '../election.ts'
import { atEnd, centred, line, writtenDay } from '#server/platform/paper-blocks.ts'
import { kindWord } from './words.ts'

/** What the higher union replied to: the request for the election, or its result with those elected. */
export interface Replied {
  by: string
  on: string
  elected: readonly string[] | null
}

/** The reply of the higher union 批复; the number is written in by its office. The term runs from the assembly (B13). */
export function replyDocument(election: Election, { by, on, elected }: Replied): Paper {
  const subject = `${election.organisationName}“${election.title}”`
  const votes = election.kind === 'recall' ? '表决' : '选举'
  const said =
    elected !== null && election.kind === 'recall'
      ? recallSaid(election, elected)
      : elected === null
        ? [
            `　　你会关于“${election.title}”的请示收悉。经研究，同意你会于${writtenDay(election.meetingOn)}召开大会，${
              election.kind === 'recall'
                ? '对罢免案进行无记名投票'
                : `应选${kindWord(election.kind)} ${election.seats} 名`
            }。`,
            `　　请严格按照《中国工会章程》和《工会基层组织选举工作条例》的规定组织${votes}，${votes}结果及时报我会批准。`,
          ]
        : [
            `　　你会关于“${election.title}”选举结果的报告收悉。经研究，同意${elected.join('、')}为${kindWord(election.kind)}，任期 ${election.termYears} 年，自${writtenDay(election.meetingOn)}起计算。`,
          ]
  return {
    title: `关于${subject}${elected === null ? '' : `${votes}结果`}的批复`,
    blocks: [
      centred('〔      〕      号'),
      line(`${election.organisationName}：`),
      ...said.map(line),
      line('　　此复。'),
      atEnd(by),
      atEnd(writtenDay(on)),
    ],
  }
}

function recallSaid(election: Election, recalled: readonly string[]): string[] {
  const result =
    recalled.length === 0
      ? '罢免案未获通过，其职务不变。'
      : `同意罢免${recalled.join('、')}的职务，自${writtenDay(election.meetingOn)}起生效。`
  return [`　　你会关于“${election.title}”表决结果的报告收悉。经研究，${result}`]
}
