import type { AuditEntry, AuditEntryDetail } from '#contract/audit.ts'
import { Link } from '@tanstack/react-router'
import { Skeleton } from 'antd'
import { errorSentence } from '../../../kit/errors.ts'
import { formatInstant } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'
import { actionWords } from '../words.ts'

/** The id of an entry in the address: its chain and number. */
export function placeOf({ chain, seq }: Pick<AuditEntry, 'chain' | 'seq'>): string {
  return `${chain}.${seq}`
}

/** One entry with all that was recorded, its hashes, what vouches for it and its neighbours; what is named by an id only stays an id. */
export function EntryPanel({ place }: { place: string }) {
  const [chain, seq] = place.split('.').map(Number)
  const entry = useRead('getAuditEntry', { chain: chain ?? 0, seq: seq ?? 0 })
  if (entry.error) return <p className="problem">{errorSentence(entry.error)}</p>
  if (!entry.data) return <Skeleton active />
  return (
    <>
      <p className="lead">{entrySentence(entry.data)}</p>
      <Facts facts={recordedFacts(entry.data)} />
      <Facts facts={chainFacts(entry.data)} />
    </>
  )
}

function recordedFacts(entry: AuditEntryDetail) {
  const recorded = Object.entries(entry.params).map(([name, value]) => `${name}: ${String(value)}`)
  const facts = [
    [t('time'), formatInstant(entry.recordedAt)],
    [t('as'), entry.actorPost === null ? '' : postName(entry.actorPost)],
    [t('where'), entry.organisationName ?? ''],
    [t('code'), entry.action],
    [t('facts'), recorded.join('; ')],
    [
      t('subject'),
      entry.subjectId === null ? (
        ''
      ) : (
        <>
          <code>{entry.subjectId}</code>{' '}
          <Link to="/audit" search={{ subjectId: entry.subjectId } as never}>
            {t('sameSubject')}
          </Link>
        </>
      ),
    ],
  ] as const
  return facts.filter(([, value]) => value !== '')
}

function chainFacts(entry: AuditEntryDetail) {
  return [
    [t('chain'), t('chainPlace', entry)],
    [
      t('sealedBy'),
      entry.seal === null
        ? t('notSealedYet')
        : t('sealedByNumber', { number: entry.seal.number, time: formatInstant(entry.seal.sealedAt) }),
    ],
    [
      t('anchoredBy'),
      entry.anchor === null ? (
        t('notAnchoredYet')
      ) : (
        <Link to={`/audit/seals/anchors/${entry.anchor}` as never}>
          {t('anchoredByNumber', { number: entry.anchor })}
        </Link>
      ),
    ],
    [t('prevHash'), <code key="before">{entry.prevHash}</code>],
    [t('hash'), <code key="own">{entry.hash}</code>],
    [t('before'), entry.before === null ? t('noneBefore') : <Neighbour key="before" entry={entry.before} />],
    [t('after'), entry.after === null ? t('noneAfter') : <Neighbour key="after" entry={entry.after} />],
  ] as const
}

function Neighbour({ entry }: { entry: AuditEntry }) {
  return (
    <Link to="." search={((search: object) => ({ ...search, open: placeOf(entry) })) as never}>
      {entrySentence(entry)}
    </Link>
  )
}

/** An entry as a sentence: who did what. */
export function entrySentence(entry: AuditEntry): string {
  return t('sentence', { who: actorWords(entry), did: actionWords(entry) })
}

/** Who did it: a person, the system, or somebody who did not get in. */
export function actorWords(entry: AuditEntry): string {
  if (entry.actorName !== null) return entry.actorName
  return entry.action === 'sessions.failed' ? t('failedSignIn') : t('system')
}
