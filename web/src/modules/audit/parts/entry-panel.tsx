import type { AuditEntry } from '#contract/audit.ts'
import { formatInstant } from '../../../kit/format.ts'
import { Facts } from '../../../ui/facts.tsx'
import { postName } from '../../access/posts.ts'
import { actionWords } from '../words.ts'
import { t } from '../texts.ts'

/** One entry with all that was recorded; what is named by an id only stays an id. */
export function EntryPanel({ entry }: { entry: AuditEntry }) {
  const recorded = Object.entries(entry.params).map(([name, value]) => `${name}: ${String(value)}`)
  const facts = [
    [t('time'), formatInstant(entry.recordedAt)],
    [t('as'), entry.actorPost === null ? '' : postName(entry.actorPost)],
    [t('where'), entry.organisationName ?? ''],
    [t('subject'), entry.subjectId ?? ''],
    [t('facts'), recorded.join('; ')],
    [t('chain'), t('chainPlace', { chain: entry.chain, seq: entry.seq })],
  ] as const
  return (
    <>
      <p className="lead">{t('sentence', { who: actorWords(entry), did: actionWords(entry) })}</p>
      <Facts facts={facts.filter(([, value]) => value !== '')} />
    </>
  )
}

/** Who did it: a person, the system, or somebody who did not get in. */
export function actorWords(entry: AuditEntry): string {
  if (entry.actorName !== null) return entry.actorName
  return entry.action === 'sessions.failed' ? t('failedSignIn') : t('system')
}
