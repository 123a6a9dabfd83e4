import type { BreachRow } from '#contract/privacy-records.ts'
import { Button } from 'antd'
import { useState } from 'react'
import { formatInstant } from '../../../kit/format.ts'
import { useRead, useReadWhen } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { t } from '../texts.ts'
import { breachKindName } from '../words.ts'
import { BreachForm } from './breach-form.tsx'
import { BreachSteps } from './breach-steps.tsx'
import { WithAnswer } from './with-answer.tsx'

/** Breaches with whom they touch, the text to tell people, and what was done. */
export function Breaches() {
  const list = useRead('listBreaches', { limit: 50 })
  const [adding, setAdding] = useState(false)
  if (adding) return <BreachForm close={() => setAdding(false)} />
  return (
    <WithAnswer answer={list}>
      {({ items }) => (
        <section className="panel">
          {items.length === 0 && <p className="quiet">{t('noBreaches')}</p>}
          {items.map((one) => (
            <Breach key={one.id} breach={one} />
          ))}
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('addBreach')}
          </Button>
        </section>
      )}
    </WithAnswer>
  )
}

function Breach({ breach }: { breach: BreachRow }) {
  const [open, setOpen] = useState(false)
  const persons = useReadWhen(open, 'listBreachPersons', { breachId: breach.id, limit: 200 })
  const kinds = breach.kinds.map(breachKindName).join('、')
  const values = {
    name: t('member'),
    date: formatInstant(breach.noticedAt),
    kinds,
    harm: breach.harm,
    remedy: breach.remedy,
  }
  return (
    <article className="privacy-record">
      <h3>
        {breach.organisationName} <small>{t('touched', { count: breach.persons })}</small>
      </h3>
      <Facts
        facts={[
          [t('noticedAt'), formatInstant(breach.noticedAt)],
          [t('touches'), kinds],
          [t('cause'), breach.cause],
          [t('harm'), breach.harm],
          [t('remedy'), breach.remedy],
        ]}
      />
      <BreachSteps breach={breach} />
      <h4>{t('template')}</h4>
      <p className="notice-preview">{t('templateText', values)}</p>
      <Button onClick={() => setOpen(!open)}>{t('persons')}</Button>
      {open && (
        <ul>
          {persons.data?.items.map((one) => (
            <li key={one.personId}>{[one.name, one.unionName, one.mobile].filter(Boolean).join(' · ')}</li>
          ))}
        </ul>
      )}
    </article>
  )
}
