import type { CommissionerGap, TwoNewOrganisation } from '#contract/commissioners.ts'
import type { Language, Sentence } from '#contract/sentence.ts'
import { addDays } from '#server/platform/clock.ts'
import type { Download } from '#server/platform/http/route.ts'
import type { NewRow } from '#server/platform/workbook/index.ts'

const headings: readonly Sentence[] = [
  { zh: '组织', en: 'Organisation' },
  { zh: '类型', en: 'Type' },
  { zh: '街道（镇）', en: 'Street' },
  { zh: '职工', en: 'Workers' },
  { zh: '党组织', en: 'Party body' },
  { zh: '工会', en: 'Union' },
  { zh: '主席', en: 'Chair' },
  { zh: '任期至', en: 'Term ends' },
  { zh: '应配备党工专员', en: 'Commissioner due' },
  { zh: '党工专员', en: 'Commissioners' },
  { zh: '缺口', en: 'Gaps' },
]

const gapWords: Record<CommissionerGap, Sentence> = {
  no_party_body: { zh: '无党组织', en: 'no Party body' },
  no_union: { zh: '无工会', en: 'no union' },
  no_chair: { zh: '缺工会主席', en: 'no union chair' },
  no_commissioner: { zh: '应配未配党工专员', en: 'no commissioner' },
  term_ending: { zh: '工会任期将满或已满', en: 'term ending or over' },
  post_ending: { zh: '党工专员任职将满', en: 'commissioner’s post ending' },
  stipend_unpaid: { zh: '专项补贴未发', en: 'stipend unpaid' },
  venue_below: { zh: '阵地未达标', en: 'venue below standard' },
}

const types: Record<string, Sentence> = {
  new_economic: { zh: '新经济组织', en: 'new economic organisation' },
  new_social: { zh: '新社会组织', en: 'new social organisation' },
}
const yes: Sentence = { zh: '是', en: 'yes' }
const none: Sentence = { zh: '无', en: 'none' }
const widths = [40, 16, 20, 10, 30, 34, 8, 14, 16, 12, 40]

/** The worklist as a workbook: who took it and of which day on top, one organisation a line. */
export async function worklistSheet(
  rows: readonly TwoNewOrganisation[],
  { language, day, by }: { language: Language; day: string; by: string },
): Promise<Download> {
  const say = (sentence: Sentence) => sentence[language]
  const title = language === 'zh' ? '两新组织缺口清单' : 'Two-new organisations and their gaps'
  const lines: NewRow[] = [
    [`${title} · ${by} · ${day}`],
    headings.map(say),
    ...rows.map((row): NewRow => [
      row.name,
      say(types[row.type]!),
      row.street?.name ?? '',
      row.workers ?? '',
      row.partyBody ?? say(none),
      row.union ?? say(none),
      row.hasChair ? say(yes) : say(none),
      row.termEndsBefore === null ? '' : addDays(row.termEndsBefore, -1),
      row.due ? say(yes) : '',
      row.commissioners,
      row.gaps.map((gap) => say(gapWords[gap])).join('、'),
    ]),
  ]
  const { writeSheetXlsx } = await import('#server/platform/workbook/index.ts')
  return {
    fileName: `${title}-${day}.xlsx`,
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    body: writeSheetXlsx(
      {
        name: language === 'zh' ? '清单' : 'List',
        columnWidths: widths,
        headerRows: 2,
        noteColumn: null,
        merges: [{ top: 1, left: 0, bottom: 1, right: widths.length - 1 }],
      },
      lines,
    ),
  }
}
