import type { Paper } from '#contract/paper.ts'
import type { PublicNotice } from '#server/modules/public-notices/index.ts'
import type { Election } from '../election.ts'
import { atEnd, line, table, writtenDay } from '#server/platform/paper-blocks.ts'
import { kindWord } from './words.ts'

const namesInLine = 4

/** The notice of the candidates in the order of strokes of their surnames (B10), with its days and where objections go. */
export function noticeDocument(
  election: Election,
  { notice, names }: { notice: PublicNotice; names: readonly string[] },
): Paper {
  if (election.kind === 'recall') return recallNotice(election, { notice, name: names[0]! })
  const counted = notice.counted === 'working' ? '个工作日' : '天'
  return {
    title: `${kindWord(election.kind)}候选人名单公示`,
    blocks: [
      line(
        `　　根据《工会基层组织选举工作条例》的有关规定，经民主推荐，现将“${election.title}”候选人名单（以姓氏笔画为序，共 ${names.length} 名，应选 ${election.seats} 名）予以公示。`,
      ),
      table([], inLines(names)),
      line(
        `　　公示时间：${writtenDay(notice.startsOn)}起 ${notice.days} ${counted}，至${writtenDay(notice.lastDay)}止。`,
      ),
      line(
        `　　如对候选人有异议，请在公示期内以书面或口头形式实名向${election.organisationName}反映，组织将认真核实并答复。`,
      ),
      atEnd(election.organisationName),
      atEnd(writtenDay(notice.startsOn)),
    ],
  }
}

function recallNotice(election: Election, { notice, name }: { notice: PublicNotice; name: string }): Paper {
  return {
    title: '罢免案公示',
    blocks: [
      line(`　　经上级工会同意，我会将就“${election.title}”进行无记名投票，表决是否罢免${name}的职务。`),
      line(
        `　　同意罢免的票数超过全体会员（代表）的半数，罢免案通过。大会日期：${writtenDay(election.meetingOn)}。`,
      ),
      line(
        `　　公示时间：${writtenDay(notice.startsOn)}至${writtenDay(notice.lastDay)}。意见请向${election.organisationName}反映。`,
      ),
      atEnd(election.organisationName),
      atEnd(writtenDay(notice.startsOn)),
    ],
  }
}

function inLines(names: readonly string[]): string[][] {
  const lines: string[][] = []
  for (let at = 0; at < names.length; at += namesInLine) {
    const row = names.slice(at, at + namesInLine)
    lines.push([...row, ...Array<string>(namesInLine - row.length).fill('')])
  }
  return lines
}
