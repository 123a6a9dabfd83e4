import type { Paper } from '#contract/paper.ts'
import type { CountingRules } from '../counting/rules.ts'
import type { Election } from '../election.ts'
import type { Round } from '../paper/store.ts'
import { atEnd, centred, line, table, writtenDay } from '#server/platform/paper-blocks.ts'
import { kindWord, roundWord } from './words.ts'

const mostWriteIns = 3

/** The ballot paper of a vote: names in the order of strokes, room for others where the rules have it, and what makes a paper valid (B4). It carries no number. */
export function paperDocument(
  election: Election,
  {
    vote,
    counting,
    names,
  }: { vote: Pick<Round, 'kind' | 'stage'>; counting: CountingRules; names: readonly string[] },
): Paper {
  if (election.kind === 'recall') return recallPaper(election, names[0]!)
  const open = counting.writeIns === 'allowed' ? Math.min(counting.seats, mostWriteIns) : 0
  return {
    title: `${kindWord(election.kind)}选票`,
    blocks: [
      centred(`${election.organisationName}　${election.title}`),
      ...(vote.kind === 'first' && vote.stage === 'final' ? [] : [centred(`（${roundWord(vote)}）`)]),
      table(
        ['符号', '候选人（以姓氏笔画为序）'],
        [...names.map((name) => ['', name]), ...Array.from({ length: open }, () => ['', '另选人：'])],
      ),
      line('说明：'),
      ...rulesOf(counting, open).map((rule, at) => line(`${at + 1}. ${rule}`)),
      atEnd(`${election.organisationName}（盖章）`),
      atEnd(writtenDay(election.meetingOn)),
    ],
  }
}

/** A recall asks one question; whoever marks none has abstained (B15). */
function recallPaper(election: Election, name: string): Paper {
  return {
    title: '罢免案表决票',
    blocks: [
      centred(`${election.organisationName}　${election.title}`),
      table(['是否同意罢免', '同意', '不同意', '弃权'], [[name, '', '', '']]),
      line('说明：'),
      line('1. 在“同意”“不同意”“弃权”中选一栏画“○”，选两栏以上的无效，不画的视为弃权。'),
      line('2. 同意罢免的票数超过全体会员（代表）的半数，罢免案通过。'),
      atEnd(`${election.organisationName}（盖章）`),
      atEnd(writtenDay(election.meetingOn)),
    ],
  }
}

function rulesOf({ seats, blank }: CountingRules, open: number): string[] {
  return [
    `本票应选 ${seats} 人。所选人数等于或少于 ${seats} 人的有效，多于 ${seats} 人的无效。`,
    '同意的在姓名前“符号”栏画“○”，不同意的画“×”，不画任何符号的视为弃权。',
    ...(open > 0 ? ['如另选他人，在“另选人”后写上姓名并画“○”；另选的人计入所选人数。'] : []),
    blank === 'void'
      ? '无法辨认的选票无效；一个符号也没有画的选票无效。'
      : '无法辨认的选票无效；一个符号也没有画的选票为有效票，视为全部弃权。',
  ]
}
