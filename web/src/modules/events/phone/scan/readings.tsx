import { formatTime } from '../../../../kit/format.ts'
import { Icon, type IconName } from '../../../../ui/icon.tsx'
import type { Tone } from '../../../../ui/light/notice.tsx'
import { outcomeWords, type DoorOutcome } from '../../door-words.ts'
import type { QueuedScan } from './scan-queue.ts'
import { t } from './texts.ts'

const shown = 12
const icons: Record<Tone, IconName> = { problem: 'close', due: 'warn', done: 'check', info: 'info' }

/** The last reading in large, as it is to be acted on; those before in a list, with what came out later. */
export function Readings({ scans }: { scans: readonly QueuedScan[] }) {
  const latest = [...scans].sort((a, b) => (a.claimedAt ?? '').localeCompare(b.claimedAt ?? '')).reverse()
  const last = latest[0]
  if (last === undefined) return <p className="scan-note">{t('noneYet')}</p>
  return (
    <>
      <Verdict scan={last} />
      <section className="scan-latest">
        <h3>{t('latest')}</h3>
        <ul>
          {latest.slice(1, shown).map((scan) => (
            <Line key={scan.nonce} scan={scan} />
          ))}
        </ul>
      </section>
    </>
  )
}

function Verdict({ scan }: { scan: QueuedScan }) {
  const { tone, word, hint } = outcomeWords(outcomeOf(scan))
  const { badgeNo, door, at } = factsOf(scan)
  return (
    <section className={`scan-verdict scan-${tone}`} role="status" aria-live="assertive">
      <Icon name={icons[tone]} size={44} />
      <div>
        <strong>{word}</strong>
        {badgeNo !== null && <span className="scan-badge figures">{t('badge', { number: badgeNo })}</span>}
        <p>{at !== null && tone === 'due' ? t('when', { time: formatTime(at), door: door ?? '' }) : hint}</p>
        {conflictOf(scan) && <p>{conflictOf(scan)}</p>}
        {scan.answer === null && <p className="scan-waiting">{t('waitsToBeSent')}</p>}
      </div>
    </section>
  )
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

function factsOf({ answer, said }: QueuedScan): { badgeNo: number | null; door: string | null; at: string | null } {
  if (answer === null) return said
  return { badgeNo: answer.badgeNo, door: answer.door, at: answer.checkedInAt }
}

/** What the phone let in by itself and the server knows better. */
function conflictOf({ answer, said }: QueuedScan): string | null {
  if (answer === null || said.says !== 'let_in' || answer.outcome === 'checked_in') return null
  if (answer.outcome !== 'already' || answer.checkedInAt === null) return t('wronglyIn')
  return t('alsoAt', { time: formatTime(answer.checkedInAt), door: answer.door ?? '' })
}
