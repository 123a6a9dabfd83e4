import { formatTime } from '../../../../kit/format.ts'
import { Icon, type IconName } from '../../../../ui/icon.tsx'
import { Button } from '../../../../ui/light/button.tsx'
import type { Tone } from '../../../../ui/light/notice.tsx'
import { outcomeWords, type DoorOutcome } from '../../door-words.ts'
import type { QueuedScan } from './scan-queue.ts'
import { t } from './texts.ts'
import type { Scanner } from './use-scanner.ts'

const shown = 12
const icons: Record<Tone, IconName> = { problem: 'close', due: 'warn', done: 'check', info: 'info' }

/** The last reading in large, as it is to be acted on: where the eye is, above the camera. */
export function Verdict({ scanner }: { scanner: Scanner }) {
  const scan = latestFirst(scanner.scans)[0]
  if (scan === undefined) return <p className="scan-note">{t('noneYet')}</p>
  const outcome = outcomeOf(scan)
  const { tone, word, hint } = outcomeWords(outcome)
  const { badgeNo, door, at } = factsOf(scan)
  const more = conflictOf(scan)
  return (
    <section className={`scan-verdict scan-${tone}`} role="status" aria-live="assertive">
      <Icon name={icons[tone]} size={44} />
      <div>
        <strong>{word}</strong>
        {badgeNo !== null && <span className="scan-badge figures">{t('badge', { number: badgeNo })}</span>}
        <p>{at !== null && tone === 'due' ? t('when', { time: formatTime(at), door: door ?? '' }) : hint}</p>
        {more && <p>{more}</p>}
        {scan.answer === null && <p className="scan-waiting">{t('waitsToBeSent')}</p>}
        {scan.answer?.outcome === 'waiting' && (
          <Button onClick={() => void scanner.letIn(scan)}>{t('letIn')}</Button>
        )}
      </div>
    </section>
  )
}

/** The readings before the last one, with what came out later. */
export function Latest({ scans }: { scans: readonly QueuedScan[] }) {
  const before = latestFirst(scans).slice(1, shown)
  if (before.length === 0) return null
  return (
    <section className="scan-latest">
      <h3>{t('latest')}</h3>
      <ul>
        {before.map((scan) => (
          <Line key={scan.nonce} scan={scan} />
        ))}
      </ul>
    </section>
  )
}

function latestFirst(scans: readonly QueuedScan[]): QueuedScan[] {
  return [...scans].sort((a, b) => (b.claimedAt ?? '').localeCompare(a.claimedAt ?? ''))
}

function Line({ scan }: { scan: QueuedScan }) {
  const { tone, word } = outcomeWords(outcomeOf(scan))
  const { badgeNo } = factsOf(scan)
  return (
    <li>
      <Icon name={icons[tone]} size={18} />
      <span className="figures">{badgeNo === null ? '' : t('badge', { number: badgeNo })}</span>
      <span>
        {word}
        {conflictOf(scan) && <small>{conflictOf(scan)}</small>}
      </span>
      <span className="figures">
        {scan.answer === null ? t('waitsToBeSent') : scan.claimedAt ? formatTime(scan.claimedAt) : ''}
      </span>
    </li>
  )
}

function outcomeOf({ answer, said }: QueuedScan): DoorOutcome {
  if (answer !== null) return answer.outcome
  if (said.says === 'let_in') return 'checked_in'
  return said.says === 'unknown' ? 'not_registered' : said.says
}

function factsOf({ answer, said }: QueuedScan): {
  badgeNo: number | null
  door: string | null
  at: string | null
} {
  if (answer === null) return said
  return { badgeNo: answer.badgeNo, door: answer.door, at: answer.checkedInAt }
}

/** What the phone let in by itself and the server knows better. */
function conflictOf({ answer, said }: QueuedScan): string | null {
  if (answer === null || said.says !== 'let_in' || answer.outcome === 'checked_in') return null
  if (answer.outcome !== 'already' || answer.checkedInAt === null) return t('wronglyIn')
  return t('alsoAt', { time: formatTime(answer.checkedInAt), door: answer.door ?? '' })
}
