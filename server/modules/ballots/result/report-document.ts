import {
  AlignmentType,
  Document,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { operations } from '#contract/ballots.ts'
import type { BallotRoundResult } from '#contract/ballots-shapes.ts'
import type { OutputOf } from '#contract/operation.ts'
import type { Election } from '../election.ts'

interface ToReport {
  election: Election
  result: OutputOf<(typeof operations)['getBallotResult']>
}

const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)
// Half points: 小二 18 pt for the title, 四号 14 pt for the text, 五号 10.5 pt in tables.
const sizes = { title: 36, body: 28, table: 21 }
const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' }
const titleFont = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' }

const rounds = {
  first: '第一次投票',
  run_off: '得票相等者再次投票',
  new_vote: '另行选举',
  repeat: '重新投票',
}
const outcomes = {
  elected: '当选',
  tied: '票数相等',
  over: '过半数未当选',
  below: '未过半数',
  barred: '不具备资格',
}

/** The result report of an election: numbers of papers, votes of each name, who is elected, and the lines for signatures and seal. */
export async function makeReport({ election, result }: ToReport): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title: `${election.title}选举结果报告单`,
      creator: election.organisationName,
      styles: { default: { document: { run: { font, size: sizes.body } } } },
      sections: [
        {
          properties: {
            page: {
              size: { width: mm(210), height: mm(297) },
              margin: { top: mm(25), bottom: mm(25), left: mm(26), right: mm(26) },
            },
          },
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { after: 240 },
              children: [new TextRun({ text: '选举结果报告单', font: titleFont, size: sizes.title })],
            }),
            line(`选举单位：${election.organisationName}`),
            line(`选举事项：${election.title}（应选 ${election.seats} 人）`),
            line(`大会日期：${election.meetingOn}`),
            ...result.rounds.flatMap(roundBlock),
            line(`当选人：${result.elected.length === 0 ? '无' : result.elected.join('、')}`),
            line(`计票依据：${election.rules.quorum.source}；${election.rules.majority.source}`),
            ...[
              '总监票人（签名）：',
              '监票人（签名）：',
              '计票人（签名）：',
              '工会（盖章）：          年    月    日',
            ].map(line),
            ...['上级工会批复意见：', '（盖章）：          年    月    日'].map(line),
          ],
        },
      ],
    }),
  )
}

function roundBlock(round: BallotRoundResult): (Paragraph | Table)[] {
  const votes = (count: number | null) => (count === null ? '—' : String(count))
  return [
    line(`${rounds[round.kind]}（应选 ${round.seats} 人）`),
    line(
      `应到会 ${round.due} 人，发出选票 ${round.issued} 张，收回 ${round.returned} 张，作废更换 ${round.spoilt} 张，未交回 ${round.notReturned} 张；` +
        `有效票 ${round.valid} 张，无效票 ${round.void} 张。到会须达 ${round.quorumNeeded} 人` +
        (round.majorityNeeded === null ? '，得票多的当选。' : `，当选须得 ${round.majorityNeeded} 票。`),
    ),
    table([
      ['姓名', '同意', '不同意', '弃权', '结果'],
      ...round.tallies.map((each) => [
        each.writtenIn ? `${each.name}（另选）` : each.name,
        votes(each.yes),
        votes(each.no),
        votes(each.abstain),
        round.outcome === 'void' || round.outcome === 'no_quorum' ? '选举无效' : outcomes[each.outcome],
      ]),
    ]),
    line(''),
  ]
}

function line(text: string): Paragraph {
  return new Paragraph({ spacing: { after: 120 }, children: [new TextRun({ text })] })
}

function table(rows: readonly (readonly string[])[]): Table {
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: at === 0,
          children: cells.map(
            (text) =>
              new TableCell({
                children: [
                  new Paragraph({
                    alignment: AlignmentType.CENTER,
                    children: [new TextRun({ text, size: sizes.table, bold: at === 0 })],
                  }),
                ],
              }),
          ),
        }),
    ),
  })
}
