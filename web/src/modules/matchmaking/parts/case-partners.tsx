import { App, Button, Select, Skeleton } from 'antd'
import { useState } from 'react'
import type { PoolEntry } from '#contract/matchmaking-desk.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { ageBandName, educationKeys, educationName } from '../card-words.ts'
import { t } from '../desk-texts.ts'
import { useDistricts } from '../districts.ts'

/** Whom this person could be introduced to, by coarse facts, each with the button that proposes. */
export function CasePartners({ caseId, name }: { caseId: string; name: string }) {
  const [education, setEducation] = useState<string>()
  const [limit, setLimit] = useState(8)
  const districts = useDistricts()
  const partners = useRead('listCasePartners', { caseId, limit, ...(education ? { education } : {}) })
  const propose = usePropose(caseId, name)
  return (
    <section className="panel" aria-label={t('propose')}>
      <h2>{t('propose')}</h2>
      <p className="quiet">{t('proposeHint')}</p>
      <Select
        allowClear
        aria-label={t('education')}
        placeholder={t('education')}
        value={education ?? null}
        className="filter-select"
        options={educationKeys.map((key) => ({ value: key, label: educationName(key) }))}
        onChange={(value: string | null) => setEducation(value ?? undefined)}
      />
      {partners.error && <p className="problem">{errorSentence(partners.error)}</p>}
      {partners.isPending && <Skeleton active title={false} aria-label={t('loading')} />}
      {partners.data?.items.length === 0 && <p className="quiet">{t('noPartners')}</p>}
      <ul className="desk-lines">
        {partners.data?.items.map((entry) => (
          <li key={entry.profileId}>
            <span>{factsOf(entry, districts.name)}</span>
            <Button size="small" loading={propose.busy} onClick={() => void propose.ask(entry.profileId)}>
              {t('proposeTo')}
            </Button>
          </li>
        ))}
      </ul>
      {partners.data?.nextCursor && limit < 200 && (
        <Button type="text" onClick={() => setLimit(Math.min(200, limit * 2))}>
          {t('more')}
        </Button>
      )}
    </section>
  )
}

function factsOf(entry: PoolEntry, district: (code: string) => string): string {
  return [ageBandName(entry.ageBand), district(entry.districtCode), educationName(entry.education)]
    .filter(Boolean)
    .join(' · ')
}

function usePropose(caseId: string, name: string) {
  const propose = useAct('proposeIntroduction', {
    invalidates: ['getCase', 'listCasePartners', 'getDesk', 'listCases'],
  })
  const confirm = useConfirm()
  const { message } = App.useApp()
  const ask = async (profileId: string) => {
    const sure = await confirm({
      title: t('proposeAsk', { name }),
      body: <p>{t('proposeAskBody')}</p>,
      verb: t('proposeTo'),
    })
    if (!sure) return
    propose.mutate(
      { caseId, profileId },
      {
        onSuccess: () => void message.success(t('proposed')),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  }
  return { ask, busy: propose.isPending }
}
