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
import type { Paper, PaperBlock } from '#contract/paper.ts'
import { officialFonts, officialPage } from './official-paper.ts'

// Half points: 小二 18 pt for the title, 四号 14 pt for the text, 五号 10.5 pt in tables.
const sizes = { title: 36, body: 28, table: 21 }
const places = { body: AlignmentType.LEFT, centre: AlignmentType.CENTER, end: AlignmentType.RIGHT }

/** A paper as .docx: A4 with the margins of official documents, the title in 小标宋, headings of tables on every page. */
export async function makeWord({ title, blocks }: Paper, creator: string): Promise<Buffer> {
  return Packer.toBuffer(
    new Document({
      title,
      creator,
      styles: { default: { document: { run: { font: officialFonts.body, size: sizes.body } } } },
      sections: [
        {
          properties: {
            page: officialPage,
          },
          children: [
            new Paragraph({
              alignment: AlignmentType.CENTER,
              spacing: { after: 240 },
              children: [new TextRun({ text: title, font: officialFonts.title, size: sizes.title })],
            }),
            ...blocks.flatMap(partOf),
          ],
        },
      ],
    }),
  )
}

function partOf(block: PaperBlock): (Paragraph | Table)[] {
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
