import type { TrainingKind } from '#contract/training.ts'
import { chineseDay, makeCertificateDocument } from '#server/platform/certificate-document.ts'
import type { PrintedCertificate } from './certificates.ts'

const kinds: Record<TrainingKind, string> = { induction: '初任培训', rotation: '集中轮训', topic: '专题培训' }

/** A certificate as .docx, A4 across; `proof` is the address its code opens. */
export function makeCertificate(certificate: PrintedCertificate, proof: string): Promise<Buffer> {
  const { personName, completedOn, classHours, title, kind, issuedBy, number } = certificate
  return makeCertificateDocument({
    heading: '培训证书',
    to: `${personName} 同志`,
    body: `于${chineseDay(completedOn)}完成${kinds[kind]}“${title}”，共 ${classHours} 学时，经考勤合格，特发此证。`,
    issuer: issuedBy,
    day: completedOn,
    foot: `证书编号：${number}`,
    proof,
  })
}
