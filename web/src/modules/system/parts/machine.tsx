import type { SystemState } from '#contract/system.ts'
import { formatInstant, formatSize } from '../../../kit/format.ts'
import { Facts } from '../../../ui/facts.tsx'
import { t } from '../texts.ts'
import { placeWords } from './alarms.ts'

/** Version, database, disks, key, https: what one is asked for when something is wrong. */
export function Machine({ state }: { state: SystemState }) {
  const { database, serving, key } = state
  const { open, idle, waitedFor } = serving.connections
  return (
    <section className="panel system-part" aria-label={t('machine')}>
      <h2>{t('machine')}</h2>
      <Facts
        facts={[
          [t('version'), `Gonghui ${state.version} · ${state.runtime}`],
          [t('running'), formatInstant(state.startedAt)],
          [
            t('database'),
            t('databaseValue', { version: database.version, size: formatSize(database.bytes) }),
          ],
          [t('schema'), database.migration],
          [t('connections'), t('connectionsValue', { open, idle, waiting: waitedFor })],
          ...state.disks.map((disk) => [placeWords(disk.place), diskWords(disk)] as const),
          [t('key'), t('keyValue', { id: key.id, since: formatInstant(key.since) })],
          [t('https'), httpsWords(serving)],
          [t('proxies'), String(serving.trustedProxies)],
          [t('outside'), outsideWords(state.outside)],
          [t('anchors'), state.outside.anchors ? t('anchorsSet') : t('anchorsNone')],
        ]}
      />
    </section>
  )
}

function diskWords({ freeBytes, totalBytes, place }: SystemState['disks'][number]): string {
  if (freeBytes === null || totalBytes === null) return t('diskUnknown', { place: placeWords(place) })
  return t('free', { free: formatSize(freeBytes), total: formatSize(totalBytes) })
}

function httpsWords({ speaksHttps, secureCookies }: SystemState['serving']): string {
  if (speaksHttps) return t('httpsOwn')
  return secureCookies ? t('httpsProxy') : t('httpsNone')
}

function outsideWords({ mail, textMessages, singleSignOn }: SystemState['outside']): string {
  const names = [mail && t('mail'), textMessages && t('textMessages'), singleSignOn && t('singleSignOn')]
  return names.filter(Boolean).join(' · ') || t('outsideNone')
}
