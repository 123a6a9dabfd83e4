import './people.css'
import { useState, type ReactNode } from 'react'
import type { Output } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant, formatPeriod } from '../../../kit/format.ts'
import { maskDocument, maskMobile } from '../../../kit/masks.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Button } from '../../../ui/light/button.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { postName } from '../../access/posts.ts'
import {
  documentKindName,
  hiddenFieldName,
  membershipKindName,
  revealPurposeName,
  sexName,
} from '../words.ts'
import { t } from './texts.ts'

type OwnFile = Output<'getOwnFile'>

/** What the union holds about me, and who looked at it. */
export default function OwnFilePage() {
  const file = useRead('getOwnFile')
  if (file.isPending) return <Skeleton lines={8} label={t('loading')} />
  if (!file.data) {
    return (
      <Empty icon="offline" title={t('basics')} hint={errorSentence(file.error)}>
        <Button look="primary" onClick={() => void file.refetch()}>
          {t('retry')}
        </Button>
      </Empty>
    )
  }
  return (
    <>
      <Basics file={file.data} />
      <Section title={t('memberships')} none={file.data.memberships.length === 0}>
        {file.data.memberships.map((one) => (
          <li key={one.id} className="entry">
            <span>{one.unionName}</span>
            <small>
              {membershipKindName(one.kind)} · {formatPeriod(one.startsOn, one.endsBefore)}
            </small>
          </li>
        ))}
      </Section>
      <Section title={t('employments')} none={file.data.employments.length === 0}>
        {file.data.employments.map((one) => (
          <li key={one.id} className="entry">
            <span>{one.employerName ?? one.platformName}</span>
            <small>{[one.job, formatPeriod(one.startsOn, one.endsBefore)].filter(Boolean).join(' · ')}</small>
          </li>
        ))}
      </Section>
      <Looked looked={file.data.looked} />
      <p className="file-wrong">{t('wrong')}</p>
    </>
  )
}

// One’s own numbers are masked until asked for: a phone is read by the person in the next seat too.
function Basics({ file }: { file: OwnFile }) {
  const [shown, setShown] = useState(false)
  const document = file.document && (shown ? file.document : maskDocument(file.document))
  const kind = file.documentKind && documentKindName(file.documentKind)
  return (
    <section className="file-part">
      <h2>{t('basics')}</h2>
      <div className="sheet">
        <Facts
          facts={[
            [t('name'), file.name],
            [t('sex'), sexName(file.sex)],
            [t('born'), file.birthDate ? (shown ? formatDay(file.birthDate) : '****') : ''],
            [t('document'), [kind, document].filter(Boolean).join(' ')],
            [t('mobile'), file.mobile && (shown ? file.mobile : maskMobile(file.mobile))],
            [t('education'), file.educationLevel],
          ].flatMap(([label, value]) => (value ? [[label, value] as [string, string]] : []))}
        />
        <Button look="quiet" onClick={() => setShown(!shown)}>
          {shown ? t('hideNumbers') : t('showNumbers')}
        </Button>
      </div>
    </section>
  )
}

function Looked({ looked }: { looked: OwnFile['looked'] }) {
  return (
    <section className="file-part">
      <h2>{t('looked')}</h2>
      {looked.length === 0 ? (
        <p className="sheet">{t('lookedNone')}</p>
      ) : (
        <ul className="rows">
          {looked.map((one) => (
            <li key={one.id} className="entry">
              <span>
                {one.organisationName} · {postName(one.post)}
              </span>
              <small>{lookWords(one)}</small>
              {one.reason && <small>{t('lookedWhy', { reason: one.reason })}</small>}
              <small className="figures">{formatInstant(one.lookedAt)}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Section({ title, none, children }: { title: string; none: boolean; children: ReactNode }) {
  return (
    <section className="file-part">
      <h2>{title}</h2>
      {none ? <p className="sheet">{t('noneYet')}</p> : <ul className="rows">{children}</ul>}
    </section>
  )
}

function lookWords(look: OwnFile['looked'][number]): string {
  const fields = look.fields.map(hiddenFieldName).join('、')
  const what = t(`look_${look.kind}`)
  const details = [look.purpose ? revealPurposeName(look.purpose) : '', fields].filter(Boolean).join(' · ')
  return details === '' ? what : `${what}：${details}`
}
