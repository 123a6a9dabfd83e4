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
import type { BallotDocument, DocumentBlock } from '#contract/ballot-documents.ts'

const mm = (millimetres: number) => Math.round((millimetres / 25.4) * 1440)
// Half points: 小二 18 pt for the title, 四号 14 pt for the text, 五号 10.5 pt in tables.
const sizes = { title: 36, body: 28, table: 21 }
const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋_GB2312' }
const titleFont = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' }
const places = { body: AlignmentType.LEFT, centre: AlignmentType.CENTER, end: AlignmentType.RIGHT }

/** A paper as .docx: A4 with the margins of official documents, the title in 小标宋, headings of tables on every page. */
export async function makeWord({ title, blocks }: BallotDocument, creator: string): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title,
      creator,
      styles: { default: { document: { run: { font, size: sizes.body } } } },
      sections: [
        {
          properties: {
            page: {
              size: { width: mm(210), height: mm(297) },
              margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
            },
          },
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { after: 240 },
              children: [new TextRun({ text: title, font: titleFont, size: sizes.title })],
            }),
            ...blocks.flatMap(partOf),
          ],
        },
      ],
    }),
  )
}

function partOf(block: DocumentBlock): (Paragraph | Table)[] {
  if (block.is === 'text')
    return [
      new Paragraph({
        alignment: places[block.place],
        spacing: { after: 120 },
        children: [new TextRun({ text: block.text })],
      }),
    ]
  const head = block.head.length === 0 ? [] : [rowOf(block.head, 'head')]
  return [
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [...head, ...block.rows.map((cells) => rowOf(cells, 'body'))],
    }),
    new Paragraph({ spacing: { after: 120 } }),
  ]
}

function rowOf(cells: readonly string[], of: 'head' | 'body'): TableRow {
  return new TableRow({
    tableHeader: of === 'head',
    cantSplit: true,
    children: cells.map(
      (text) =>
        new TableCell({
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { before: 60, after: 60 },
              children: [new TextRun({ text, size: sizes.table, bold: of === 'head' })],
            }),
          ],
        }),
    ),
  })
}
