import { shortDigest } from '#contract/audit-digest.ts'
import type { AuditAnchor } from '#contract/audit.ts'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { DownloadButton } from '../../../kit/download-button.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { s } from '../seal-texts.ts'
import { placesOf } from './coverage.tsx'

/** One anchor: its facts, its file, its sheet for paper. */
export function AnchorFacts({ number }: { number: number }) {
  const anchor = useRead('getAuditAnchor', { number })
  if (anchor.error) return <p className="problem">{errorSentence(anchor.error)}</p>
  if (!anchor.data) return <Skeleton active />
  return (
    <>
      <Facts facts={factsOf(anchor.data)} />
      <div className="form-actions">
        <DownloadButton
          operation="downloadAuditAnchor"
          label={s('download')}
          input={async () => ({ number })}
        />
        <Link to={`/audit/seals/anchors/${number}` as never}>{s('printSheet')}</Link>
      </div>
    </>
  )
}

/** What an anchor says, as label and value. */
export function factsOf(anchor: AuditAnchor) {
  return [
    [
      s('checkCode'),
      <strong key="code" className="audit-code">
        {shortDigest(anchor.digest)}
      </strong>,
    ],
    [s('madeAt'), formatInstant(anchor.madeAt)],
    [s('madeBy'), anchor.madeByName ?? s('daily')],
    [s('sealNumber'), formatNumber(anchor.seal)],
    [s('sealedAt'), formatInstant(anchor.sealedAt)],
    [s('entries'), formatNumber(anchor.entries)],
    [s('heads'), formatNumber(anchor.heads)],
    [s('erasures'), formatNumber(anchor.erasures)],
    [s('where'), placesOf(anchor)],
    [s('fileName'), <code key="file">{anchor.fileName}</code>],
    [s('digest'), <code key="digest">{anchor.digest}</code>],
  ] as const
}
