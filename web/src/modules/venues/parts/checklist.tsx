import type { Venue } from '#contract/venues.ts'
import { fill } from '../../../i18n/texts.ts'
import { requestOf } from '../../../kit/call.ts'
import { Icon } from '../../../ui/icon.tsx'
import { formatDay } from '../../../kit/format.ts'
import { t } from '../texts.ts'

/** Each item of the standard with its picture, when it was seen and until when it holds. */
export function Checklist({ venue }: { venue: Venue }) {
  return (
    <section className="panel">
      <h2>{t('checklist')}</h2>
      <p className="quiet">{t('bySource', { source: venue.standard.source })}</p>
      <ul className="venue-items">
        {venue.items.map((item) => {
          const name = fill(item, {})
          const evidence = item.evidenceId
          const file = { venueId: venue.id, evidenceId: evidence ?? '' }
          return (
            <li key={item.code} data-state={item.state}>
              {evidence === null ? (
                <span className="venue-no-picture" aria-hidden="true">
                  <Icon name="camera" size={28} />
                </span>
              ) : (
                <a href={requestOf('openVenueEvidence', file).url} target="_blank" rel="noreferrer">
                  <img src={requestOf('openVenueEvidence', file).url} alt={t('evidenceOf', { item: name })} />
                </a>
              )}
              <b>{name}</b>
              <span className="venue-item-state">
                <Icon
                  name={item.state === 'met' ? 'check' : item.state === 'not_seen' ? 'info' : 'warn'}
                  size={16}
                />
                {t(item.state)}
              </span>
              {item.inspectedOn && (
                <span className="quiet">
                  {t('seenOn', { day: formatDay(item.inspectedOn) })}
                  {item.validUntil && ` · ${t('untilDay', { day: formatDay(item.validUntil) })}`}
                </span>
              )}
              {item.note && <span className="quiet">{item.note}</span>}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
