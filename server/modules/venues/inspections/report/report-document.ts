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
import { chineseDay } from '#server/platform/certificate-document.ts'
import { officialFonts, officialPage } from '#server/platform/official-paper.ts'
import type { InspectionReport } from './inspection-report.ts'

/** The report of an inspection as .docx, A4: what was looked at, what was found, by which standard, and when to look again. */
export function makeReport(report: InspectionReport): Promise<Buffer> {
  const met = report.items.filter(({ isMet }) => isMet).length
  return Packer.toBuffer(
    new Document({
      title: '阵地核查报告',
      creator: report.inspectedBy,
      sections: [
        {
          properties: { page: officialPage },
          children: [
            line('活动阵地核查报告', {
              size: 44,
              font: officialFonts.title,
              alignment: AlignmentType.CENTER,
            }),
            line(`阵地名称：${report.name}`),
            line(`管理单位：${report.keeper}`),
            line(`地　　址：${report.address}`),
            ...(report.position === null ? [] : [line(`地图位置：${report.position}`)]),
            line(`核查日期：${chineseDay(report.inspectedOn)}`),
            line(`核查标准：${report.source}`),
            tableOf(report),
            line(`本次核查 ${report.items.length} 项，达标 ${met} 项。${report.note}`),
            ...(report.revisitOn === null ? [] : [line(`复查日期：${chineseDay(report.revisitOn)}`)]),
            line(`核查单位：${report.inspectedBy}`, { alignment: AlignmentType.RIGHT }),
            line('核查人（签名）：　　　　　　管理单位（签名）：　　　　　　'),
          ],
        },
      ],
    }),
  )
}

function tableOf({ items }: InspectionReport): Table {
  const rows = [
    ['项目', '结果', '佐证有效至', '照片', '说明'],
    ...items.map(({ title: name, isMet, validUntil, hasPicture, note }) => [
      name,
      isMet ? '有' : '无',
      validUntil === null ? '' : chineseDay(validUntil),
      hasPicture ? '已附' : '',
      note,
    ]),
  ]
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: rows.map(
      (cells, at) =>
        new TableRow({
          tableHeader: at === 0,
          cantSplit: true,
          children: cells.map((text) => new TableCell({ children: [line(text, { size: 24 })] })),
        }),
    ),
  })
}

interface Style {
  size?: number
  font?: typeof officialFonts.body
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
}

function line(text: string, { size = 28, font = officialFonts.body, alignment }: Style = {}): Paragraph {
  return new Paragraph({
    ...(alignment === undefined ? {} : { alignment }),
    spacing: { after: 80, line: 400 },
    children: [new TextRun({ text, size, font })],
  })
}
