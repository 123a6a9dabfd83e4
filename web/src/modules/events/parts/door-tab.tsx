import '../door.css'
import { Button } from 'antd'
import type { HeadCount } from '#contract/events-door.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatNumber } from '../../../kit/format.ts'
import type { EventTabProps } from '../../../kit/routes.ts'
import { Icon } from '../../../ui/icon.tsx'
import { Qr } from '../../../ui/qr.tsx'
import { LinkButton } from '../../people/parts/link-button.tsx'
import { t } from '../door-texts.ts'
import { CheckInByHand } from './check-in-by-hand.tsx'
import { KeyInDoorList } from './key-in-door-list.tsx'
import { ScanList } from './scan-list.tsx'
import { TakeBackCheckIn } from './take-back-check-in.tsx'
import { useHall } from './use-hall.ts'

/** 现场: how many are here, live; the ways to check in; what was read at the doors. */
export default function DoorTab({ event }: EventTabProps) {
  const live = useHall(event.id)
  return (
    <>
      <div className="door-actions">
        <span className={live.state === 'lost' ? 'door-lost' : 'door-live'} role="status">
          <Icon name={live.state === 'lost' ? 'offline' : 'check'} size={16} />
          {live.state === 'lost' ? t('lost') : t('live')}
        </span>
        <LinkButton to="/events/$eventId/door-list" params={{ eventId: event.id } as never}>
          {t('printList')}
        </LinkButton>
        <Button type="primary" href={`/console/events/${event.id}/hall`} target="_blank">
          {t('openHall')}
        </Button>
      </div>
      {live.error && <p className="problem">{errorSentence(live.error)}</p>}
      {live.hall && <Count count={live.hall.count} />}
      <div className="door-ways">
        <CheckInByHand eventId={event.id} />
        <section className="panel door-phone">
          <h2>{t('byPhone')}</h2>
          <p className="page-note">{t('byPhoneHint')}</p>
          <Qr text={`${location.origin}/me/events/${event.id}/scan`} label={t('byPhoneQr')} />
        </section>
        <div className="door-later">
          <KeyInDoorList eventId={event.id} />
          <TakeBackCheckIn eventId={event.id} />
        </div>
      </div>
      <ScanList
        eventId={event.id}
        present={live.hall?.count.present ?? 0}
        doors={live.hall?.count.byDoor ?? []}
      />
    </>
  )
}

function Count({ count }: { count: HeadCount }) {
  const [men, women] = ['male', 'female'].map((sex) => count.bySex.find((each) => each.sex === sex))
  const figures: [string, string][] = [
    [t('present'), formatNumber(count.present)],
    [t('expected'), formatNumber(count.expected)],
    [t('missing'), formatNumber(count.expected - count.present)],
    [t('men'), t('ofExpected', { present: men?.present ?? 0, expected: men?.expected ?? 0 })],
    [t('women'), t('ofExpected', { present: women?.present ?? 0, expected: women?.expected ?? 0 })],
    ...count.byDoor.map(({ door, present }): [string, string] => [door, formatNumber(present)]),
  ]
  return (
    <dl className="door-count" aria-live="polite">
      {figures.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd className="figures">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
