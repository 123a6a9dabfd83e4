import {
  AlignmentType,
  BorderStyle,
  Document,
  Footer,
  ImageRun,
  LineRuleType,
  PageNumber,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { toBuffer } from 'qrcode'
import type {
  BulletinBlock,
  BulletinContent,
  BulletinFigure,
  BulletinState,
} from '#contract/reports-bulletins.ts'
import { officialFonts, officialPage } from '#server/platform/official-paper.ts'
import { dayWords, figureWords, type Language } from './words.ts'

interface ToPrint {
  content: BulletinContent
  language: Language
  /** The address the code opens. */
  proof: string
  state: BulletinState
}

/**
 * A bulletin as .docx in the proportions of GB/T 9704: A4, margins 37, 35, 28 and 26 mm, body in 仿宋 of size 三号 (16 pt), 22 lines of 28 characters,
 * headings in 黑体, the title in 小标宋 of size 二号. Fonts that a machine lacks fall back to what it has.
 */
export async function makeDocument({ content, language, proof, state }: ToPrint): Promise<Buffer> {
  const code = await toBuffer(proof, { margin: 1, width: 220, errorCorrectionLevel: 'M' })
  const blocks = content[language].flatMap((block) => drawn(block, content.figures, language))
  return Packer.toBuffer(
    new Document({
      title: lineOf(content[language][0]),
      creator: content.organisationName,
      styles: { default: { document: { run: { font: officialFonts.body, size: bodySize } } } },
      sections: [
        {
          properties: { page: officialPage },
          footers: { default: new Footer({ children: [pageNumber()] }) },
          children: [...blocks, ...closing(content, language, state), ...proofOf(code, language, proof)],
        },
      ],
    }),
  )
}

// Half points: 三号 is 16 pt, 二号 22 pt, 小四 12 pt.
const bodySize = 32
const titleSize = 44
const smallSize = 24
// 22 lines on 225 mm of text.
const line = { line: 579, lineRule: LineRuleType.EXACT }
const words = {
  draft: { zh: '（草稿，未发布）', en: '(draft, not released)' },
  proof: { zh: '扫码查看本期简报和数据来源', en: 'This bulletin and its figures online' },
  total: { zh: '合计', en: 'Total' },
  item: { zh: '项目', en: 'Item' },
}

function drawn(
  block: BulletinBlock,
  figures: readonly BulletinFigure[],
  language: Language,
): (Paragraph | Table)[] {
  const text = lineOf(block)
  switch (block.kind) {
    case 'title':
      return [centred(text, { font: officialFonts.title, size: titleSize, after: 120 })]
    case 'subtitle':
      return [centred(text, { font: officialFonts.subtitle, size: bodySize, after: 420 })]
    case 'heading':
      return [
        new Paragraph({
          spacing: line,
          indent: { firstLine: bodySize * 20 },
          keepNext: true,
          children: [new TextRun({ text, font: officialFonts.heading, size: bodySize })],
        }),
      ]
    case 'paragraph':
      return [
        new Paragraph({
          spacing: line,
          alignment: language === 'zh' ? AlignmentType.BOTH : AlignmentType.LEFT,
          // Two characters of the body.
          indent: { firstLine: bodySize * 20 },
          children: [new TextRun({ text, font: officialFonts.body, size: bodySize })],
        }),
      ]
    case 'table':
      return [
        tableOf(figures[block.parts[0]!.figure!]!, language),
        new Paragraph({ spacing: { after: 120 }, children: [] }),
      ]
  }
}

function tableOf(figure: BulletinFigure, language: Language): Table {
  const { rounded } = figure
  const rows = [
    // Whoever has nothing to show is not listed.
    ...(figure.groups ?? [])
      .filter(({ value }) => value !== 0)
      .map(({ labelZh, labelEn, value }) => ({
        label: language === 'zh' ? labelZh : labelEn,
        value,
      })),
    { label: words.total[language], value: figure.value },
  ]
  const head = [words.item[language], language === 'zh' ? figure.zh : figure.en]
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { left: none, right: none, insideVertical: none },
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: head.map((text, at) => cell(text, { at, font: officialFonts.heading })),
      }),
      ...rows.map(
        ({ label, value }) =>
          new TableRow({
            cantSplit: true,
            children: [label, figureWords({ value, rounded }, language)].map((text, at) =>
              cell(text, { at, font: officialFonts.body }),
            ),
          }),
      ),
    ],
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' }

function cell(text: string, { at, font }: { at: number; font: (typeof officialFonts)['body'] }): TableCell {
  return new TableCell({
    width: { size: at === 0 ? 65 : 35, type: WidthType.PERCENTAGE },
    margins: { top: 40, bottom: 40, left: 100, right: 100 },
    children: [
      new Paragraph({
        alignment: at === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
        children: [new TextRun({ text, font, size: smallSize })],
      }),
    ],
  })
}

/** Who issues it and of which day, at the right; a draft says that it is one. */
function closing(content: BulletinContent, language: Language, state: BulletinState): Paragraph[] {
  const lines = [
    content.organisationName,
    dayWords(content.asOf, language),
    ...(state === 'released' ? [] : [words.draft[language]]),
  ]
  return lines.map(
    (text, at) =>
      new Paragraph({
        spacing: { ...line, before: at === 0 ? 579 : 0 },
        alignment: AlignmentType.RIGHT,
        indent: { right: bodySize * 20 },
        keepNext: true,
        children: [new TextRun({ text, font: officialFonts.body, size: bodySize })],
      }),
  )
}

function proofOf(code: Buffer, language: Language, proof: string): Paragraph[] {
  return [
    new Paragraph({
      spacing: { before: 360 },
      keepNext: true,
      children: [
        new ImageRun({
          type: 'png',
          data: code,
          transformation: { width: 84, height: 84 },
          altText: { name: 'proof', title: words.proof[language], description: proof },
        }),
      ],
    }),
    new Paragraph({
      keepLines: true,
      children: [new TextRun({ text: words.proof[language], size: smallSize })],
    }),
    new Paragraph({ keepLines: true, children: [new TextRun({ text: proof, size: 18 })] }),
  ]
}

function centred(
  text: string,
  { font, size, after }: { font: (typeof officialFonts)['body']; size: number; after: number },
): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { after },
    children: [new TextRun({ text, font, size })],
  })
}

function pageNumber(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 28 })],
  })
}

function lineOf(block: BulletinBlock | undefined): string {
  return (block?.parts ?? []).map(({ text }) => text).join('')
}
