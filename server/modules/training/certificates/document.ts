import { AlignmentType, Document, ImageRun, Packer, PageOrientation, Paragraph, TextRun } from 'docx'
import { toBuffer } from 'qrcode'
import type { TrainingKind } from '#contract/training.ts'
import type { PrintedCertificate } from './certificates.ts'

const kinds: Record<TrainingKind, string> = { induction: '初任培训', rotation: '集中轮训', topic: '专题培训' }
const kai = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '楷体_GB2312' }
const song = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '方正小标宋简体' }

/** A certificate as .docx, A4 across; `proof` is the address its code opens. */
export async function makeCertificate(certificate: PrintedCertificate, proof: string): Promise<Buffer> {
  const code = await toBuffer(proof, { margin: 1, width: 200, errorCorrectionLevel: 'M' })
  const { personName, completedOn, classHours, title, kind, issuedBy, number } = certificate
  return Packer.toBuffer(
    new Document({
      title: '培训证书',
      creator: issuedBy,
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838, orientation: PageOrientation.LANDSCAPE },
              margin: { top: 1700, bottom: 1100, left: 2200, right: 2200 },
            },
          },
          children: [
            paragraph('培 训 证 书', { size: 72, font: song, alignment: AlignmentType.CENTER, after: 500 }),
            paragraph(`${personName} 同志：`, { size: 36, font: kai, after: 200 }),
            paragraph(
              `于${dayWords(completedOn)}完成${kinds[kind]}“${title}”，共 ${classHours} 学时，经考勤合格，特发此证。`,
              { size: 36, font: kai, indent: 720, after: 500 },
            ),
            paragraph(issuedBy, { size: 32, font: kai, alignment: AlignmentType.RIGHT, after: 80 }),
            paragraph(dayWords(completedOn), {
              size: 32,
              font: kai,
              alignment: AlignmentType.RIGHT,
              after: 200,
            }),
            new Paragraph({
              children: [
                new ImageRun({ type: 'png', data: code, transformation: { width: 90, height: 90 } }),
              ],
            }),
            paragraph(`证书编号：${number}    扫码查验`, { size: 21, font: kai, after: 0 }),
          ],
        },
      ],
    }),
  )
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

function dayWords(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}
