import '../desk.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Skeleton } from 'antd'
import type { CaseFile } from '#contract/matchmaking-desk.ts'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../desk-texts.ts'
import { outcomeName } from '../desk-words.ts'
import { CardFacts } from '../parts/card-facts.tsx'
import { CaseNotes } from '../parts/case-notes.tsx'
import { CasePartners } from '../parts/case-partners.tsx'
import { IntroductionLines } from '../parts/introduction-lines.tsx'

/** One case: the card, whom to introduce, what was proposed, what came of it, and the desk's own notes. */
export default function CasePage() {
  const caseId = useParam('caseId')
  const file = useRead('getCase', { caseId })
  if (file.error)
    return (
      <Page title={t('case')}>
        <Alert type="info" showIcon icon={<Icon name="info" />} title={errorSentence(file.error)} />
      </Page>
    )
  if (!file.data || file.data.id !== caseId)
    return (
      <Page title={t('case')}>
        <Skeleton active aria-label={t('loading')} />
      </Page>
    )
  const { data } = file
  return (
    <Page
      title={data.card?.nickname ?? t('case')}
      note={t('since', { date: formatDay(data.openedOn) })}
      actions={data.can.release && <ReleaseButton caseId={caseId} />}
    >
      <div className="case-grid">
        <div>
          <section className="panel" aria-label={t('case')}>
            {data.card === null ? (
              <p>{data.endedOn === null ? t('hiddenNow') : t('ended')}</p>
            ) : (
              <CardFacts card={data.card} />
            )}
          </section>
          <section className="panel" aria-label={t('historyOfIntroductions')}>
            <h2>{t('historyOfIntroductions')}</h2>
            <IntroductionLines introductions={data.introductions} />
          </section>
          <Ledger ledger={data.ledger} />
        </div>
        <div>
          {data.can.propose && <CasePartners caseId={caseId} name={data.card?.nickname ?? ''} />}
          {data.endedOn === null && <CaseNotes caseId={caseId} notes={data.notes} />}
        </div>
      </div>
    </Page>
  )
}

function Ledger({ ledger }: { ledger: CaseFile['ledger'] }) {
  return (
    <section className="panel" aria-label={t('ledger')}>
      <h2>{t('ledger')}</h2>
      {ledger.length === 0 && <p className="quiet">{t('ledgerEmpty')}</p>}
      <ol className="desk-lines">
        {ledger.map((line) => (
          <li key={line.recordedAt}>
            <span>
              {line.names.join(' × ')} · {outcomeName(line.outcome)}
            </span>
            <span className="quiet figures">
              {formatDay(line.happenedOn)} · {line.toldBy === 'person' ? t('toldByPerson') : t('toldByDesk')}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function ReleaseButton({ caseId }: { caseId: string }) {
  const release = useAct('releaseCase', { invalidates: ['listCases', 'getDesk', 'listPool'] })
  const confirm = useConfirm()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const ask = async () => {
    if (!(await confirm({ title: t('releaseAsk'), body: <p>{t('releaseAskBody')}</p>, verb: t('release') })))
      return
    release.mutate(
      { caseId },
      {
        onSuccess: () => void navigate({ to: '/matchmaking/cases' as never, search: {} as never }),
        onError: (error) => void message.error(errorSentence(error), 8),
      },
    )
  }
  return (
    <Button loading={release.isPending} onClick={() => void ask()}>
      {t('release')}
    </Button>
  )
}
