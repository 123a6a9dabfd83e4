import { AlignmentType, Document, ImageRun, Packer, PageOrientation, Paragraph, TextRun } from 'docx'
import { toBuffer } from 'qrcode'
import { officialFonts } from './official-paper.ts'

const { title: song, subtitle: kai } = officialFonts

/** What is printed on a certificate; `proof` is the address its code opens. */
export interface CertificateWords {
  heading: string
  to: string
  body: string
  issuer: string
  day: string
  /** What stands beside the code, such as the number. */
  foot: string
  proof: string
}

/** A certificate 证书 as .docx, A4 across, with a code that anybody can check it by. */
export async function makeCertificateDocument(words: CertificateWords): Promise<Buffer> {
  const code = await toBuffer(words.proof, { margin: 1, width: 200, errorCorrectionLevel: 'M' })
  const right = { size: 32, font: kai, alignment: AlignmentType.RIGHT }
  return Packer.toBuffer(
    new Document({
      title: words.heading,
      creator: words.issuer,
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
              margin: { top: 1700, bottom: 1100, left: 2200, right: 2200 },
            },
          },
          children: [
            paragraph([...words.heading].join(' '), {
              size: 72,
              font: song,
              alignment: AlignmentType.CENTER,
              after: 500,
            }),
            paragraph(`${words.to}：`, { size: 36, font: kai, after: 200 }),
            paragraph(words.body, { size: 36, font: kai, indent: 720, after: 500 }),
            paragraph(words.issuer, { ...right, after: 80 }),
            paragraph(chineseDay(words.day), { ...right, after: 200 }),
            new Paragraph({
              children: [
                new ImageRun({ type: 'png', data: code, transformation: { width: 90, height: 90 } }),
              ],
            }),
            paragraph(`${words.foot}    扫码查验`, { size: 21, font: kai, after: 0 }),
          ],
        },
      ],
    }),
  )
}

/** `2026-08-19` as `2026年8月19日`. */
export function chineseDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

interface Style {
  size: number
  font: typeof kai
  after: number
  alignment?: (typeof AlignmentType)[keyof typeof AlignmentType]
  indent?: number
}

function paragraph(text: string, { size, font, after, alignment, indent }: Style): Paragraph {
  return new Paragraph({
    ...(alignment === undefined ? {} : { alignment }),
    ...(indent === undefined ? {} : { indent: { firstLine: indent } }),
    spacing: { after, line: 420 },
    children: [new TextRun({ text, size, font })],
  })
}
