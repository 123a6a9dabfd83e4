import type { AuditAnchor, AuditState } from '#contract/audit.ts'
import { Alert, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatNumber } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { s } from '../seal-texts.ts'

/** How far the log is sealed, anchored outside and verified, and what is wrong with that. */
export function Coverage() {
  const state = useRead('getAuditState')
  if (state.error) return <p className="problem">{errorSentence(state.error)}</p>
  if (!state.data) return <Skeleton active title={false} paragraph={{ rows: 2 }} />
  return (
    <div className="audit-coverage">
      <CoverageFacts state={state.data} />
      <Warning state={state.data} />
    </div>
  )
}

function CoverageFacts({ state: { entries, seal, anchor, verification } }: { state: AuditState }) {
  return (
    <dl className="audit-facts">
      <Fact label={s('sealedUntil')} value={seal && formatInstant(seal.sealedAt)}>
        {s('sealedNote', { entries: formatNumber(entries), sealed: formatNumber(seal?.entries ?? 0) })}
      </Fact>
      <Fact label={s('anchoredUntil')} value={anchor && formatInstant(anchor.madeAt)}>
        {anchor && placesOf(anchor)}
      </Fact>
      <Fact label={s('verifiedOn')} value={verification && formatInstant(verification.at)}>
        {verification &&
          (verification.broken > 0
            ? s('verifiedBroken', { broken: verification.broken })
            : s('verifiedWell', { entries: formatNumber(verification.entries) }))}
      </Fact>
    </dl>
  )
}

function Fact({ label, value, children }: { label: string; value: string | null; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        <strong className="figures">{value ?? s('notYet')}</strong>
        <span className="quiet">{children}</span>
      </dd>
    </div>
  )
}

function Warning({ state: { places, anchor, verification } }: { state: AuditState }) {
  if (verification !== null && verification.broken > 0)
    return (
      <Alert
        type="error"
        showIcon
        icon={<Icon name="warn" />}
        title={s('broken', { count: verification.broken })}
      />
    )
  if (anchor?.deliveries.some(({ outcome }) => outcome === 'failed'))
    return <Alert type="error" showIcon icon={<Icon name="warn" />} title={s('deliveryFailed')} />
  if (!places.folder && !places.mail)
    return <Alert type="warning" showIcon icon={<Icon name="info" />} title={s('nothingLeaves')} />
  return null
}

/** Where an anchor was taken to, in words. */
export function placesOf({ deliveries }: Pick<AuditAnchor, 'deliveries'>): string {
  if (deliveries.length === 0) return s('onlyHere')
  return deliveries
    .map(({ place, outcome }) => {
      const name = place === 'mail' ? s('toMail') : s('toFolder')
      return outcome === 'kept' ? s('kept', { place: name }) : s('failed', { place: name })
    })
    .join('; ')
}
