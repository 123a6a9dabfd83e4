import { Skeleton } from 'antd'
import type { AppointmentFile } from '#contract/appointments.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant, formatPeriod } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { DelegationLine } from '../../access/parts/delegation-line.tsx'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'
import { HandOvers } from './hand-overs.tsx'
import { basisName, heldPost, reasonName } from '../words.ts'

/** One appointment beside the list: what it is, its whole record, who stood in, what was passed on. */
export function AppointmentPanel({ appointmentId }: { appointmentId: string }) {
  const { data, error } = useRead('getAppointment', { appointmentId })
  if (error) return <p>{errorSentence(error)}</p>
  if (!data || data.id !== appointmentId) return <Skeleton active title={false} aria-label={t('loading')} />
  return (
    <>
      <p className="lead">
        {data.person.name} · {heldPost({ post: data.post, acting: data.substitutesFor !== null })}
      </p>
      {data.annulled && <p className="ends-soon">{t('annulled')}</p>}
      <Facts facts={factsOf(data)} />
      <Substitutes file={data} />
      {data.delegations.length > 0 && (
        <section className="appointment-part" aria-label={t('delegations')}>
          <h3>{t('delegations')}</h3>
          {data.delegations.map((one) => (
            <DelegationLine key={one.id} delegation={one} />
          ))}
        </section>
      )}
      <HandOvers file={data} />
      <Versions file={data} />
    </>
  )
}

function factsOf(file: AppointmentFile) {
  return [
    [t('organisation'), file.organisationName],
    [t('kind'), file.fullTime ? t('fullTime') : t('partTime')],
    [t('basis'), [basisName(file.basis), file.documentNo].filter(Boolean).join(' · ')],
    [t('term'), <span className="figures">{formatPeriod(file.startsOn, file.endsBefore)}</span>],
    ...(file.endReason === null ? [] : [[t('reason'), reasonName(file.endReason)] as const]),
    ...(file.substitutesFor === null
      ? []
      : [[t('acting'), t('actingFor', { name: file.substitutesFor.name })] as const]),
    [t('account'), file.hasAccount ? t('hasAccount') : `${t('noAccount')}${t('stop')}${t('noAccountHint')}`],
  ] as const
}

function Substitutes({ file }: { file: AppointmentFile }) {
  if (file.substitutes.length === 0) return null
  return (
    <section className="appointment-part" aria-label={t('substitutes')}>
      <h3>{t('substitutes')}</h3>
      {file.substitutes.map((one) => (
        <p key={one.id}>
          {one.name} <span className="figures quiet">{formatPeriod(one.startsOn, one.endsBefore)}</span>
        </p>
      ))}
    </section>
  )
}

function Versions({ file }: { file: AppointmentFile }) {
  return (
    <section className="appointment-part" aria-label={t('history')}>
      <h3>{t('history')}</h3>
      <ol className="appointment-versions">
        {file.versions.map((version) => (
          <li key={version.recordedAt}>
            <span className={version.supersededAt === null ? 'figures' : 'figures superseded'}>
              {formatPeriod(version.startsOn, version.endsBefore)}
            </span>
            <small>
              {[
                basisName(version.basis),
                version.documentNo,
                version.endReason && reasonName(version.endReason),
                version.endDocumentNo,
                t('recordedOn', { at: formatInstant(version.recordedAt) }),
                version.supersededAt && t('supersededOn', { at: formatInstant(version.supersededAt) }),
                version.recordedBy &&
                  t('by', {
                    organisation: version.recordedBy.organisationName,
                    post: postName(version.recordedBy.post),
                  }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </small>
          </li>
        ))}
      </ol>
    </section>
  )
}
