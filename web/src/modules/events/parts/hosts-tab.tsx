import { Alert, App, Button, InputNumber, Table } from 'antd'
import { useState } from 'react'
import type { PartnerUnion } from '#contract/events-hosts.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import type { EventTabProps } from '../../../kit/routes.ts'
import { t } from '../host-texts.ts'

const firstAges = { ageFrom: 22, ageTo: 40 }

/** Who hosts the event together, and which unions elsewhere would balance the sexes. */
export default function HostsTab({ event }: EventTabProps) {
  const over = ['running', 'over', 'closed', 'cancelled'].includes(event.phase)
  return (
    <section className="panel">
      <h2 className="section-title">{t('now')}</h2>
      <p>{event.hosts.length === 0 ? t('nobody') : event.hosts.map((host) => host.name).join('、')}</p>
      {over ? <p className="page-note">{t('ended')}</p> : <Partners eventId={event.id} />}
    </section>
  )
}

function Partners({ eventId }: { eventId: string }) {
  const [ages, setAges] = useState(firstAges)
  const partners = useRead('listPartnerUnions', { eventId, ...ages })
  const host = partners.data?.host
  return (
    <>
      <h2 className="section-title">{t('partners')}</h2>
      <p className="partner-ages">
        <label>
          {t('from')}{' '}
          <InputNumber
            min={18}
            max={ages.ageTo}
            value={ages.ageFrom}
            onChange={(ageFrom) => ageFrom && setAges({ ...ages, ageFrom })}
          />
        </label>{' '}
        <label>
          {t('to')}{' '}
          <InputNumber
            min={ages.ageFrom}
            max={70}
            value={ages.ageTo}
            onChange={(ageTo) => ageTo && setAges({ ...ages, ageTo })}
          />
        </label>
      </p>
      {host && (
        <p className="page-note">
          {t('partnersNote', {
            from: ages.ageFrom,
            to: ages.ageTo,
            men: said(host.men),
            women: said(host.women),
          })}
        </p>
      )}
      {partners.error && <Alert type="error" showIcon title={errorSentence(partners.error)} />}
      <Table<PartnerUnion>
        size="small"
        className="partner-table"
        rowKey="organisationId"
        loading={partners.isPending}
        dataSource={partners.data?.items ?? []}
        pagination={false}
        locale={{ emptyText: t('noPartners') }}
        columns={[
          { title: t('union'), render: (_, row) => <Place union={row} /> },
          { title: t('men'), align: 'right', render: (_, row) => said(row.men) },
          { title: t('women'), align: 'right', render: (_, row) => said(row.women) },
          { title: t('invite'), render: (_, row) => <Invite eventId={eventId} union={row} /> },
        ]}
      />
    </>
  )
}

function Place({ union }: { union: PartnerUnion }) {
  const place = [union.street, union.industry].filter(Boolean).join(' · ')
  return (
    <>
      {union.name}
      {place !== '' && <small className="partner-place">{place}</small>}
    </>
  )
}

function Invite({ eventId, union }: { eventId: string; union: PartnerUnion }) {
  const { message } = App.useApp()
  const invite = useAct('inviteHost', { invalidates: ['listPartnerUnions'] })
  if (union.asked) return <span className="page-note">{t('asked')}</span>
  return (
    <Button
      size="small"
      loading={invite.isPending}
      aria-label={`${t('invite')} ${union.name}`}
      onClick={() =>
        invite.mutate(
          { eventId, organisationId: union.organisationId },
          {
            onSuccess: () => void message.success(t('invited')),
            onError: (error) => void message.error(errorSentence(error)),
          },
        )
      }
    >
      {t('invite')}
    </Button>
  )
}

function said(count: number | null): string {
  return count === null ? t('fewer') : formatNumber(count)
}
