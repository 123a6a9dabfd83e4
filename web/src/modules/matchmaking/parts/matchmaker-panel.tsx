import { Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Matchmaker } from '#contract/matchmaking-matchmakers.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { useDistricts } from '../districts.ts'
import { AgreementDialog, EditDialog } from '../forms/matchmaker-dialogs.tsx'
import { EndDialog, HandOverDialog } from '../forms/leaving-dialogs.tsx'
import { t } from '../register-texts.ts'

/** One matchmaker beside the register, and what can be done. */
export function MatchmakerPanel({ matchmakerId }: { matchmakerId: string }) {
  const matchmaker = useRead('getMatchmaker', { matchmakerId })
  const districts = useDistricts()
  const [open, setOpen] = useState<Opened>()
  if (matchmaker.error) return <p className="problem">{errorSentence(matchmaker.error)}</p>
  if (!matchmaker.data) return <Skeleton active aria-label={t('loading')} />
  const one = matchmaker.data
  return (
    <>
      <p className="lead">
        {one.name} · {t(one.state)}
      </p>
      <Facts
        facts={[
          [t('organisation'), one.organisationName],
          [
            t('agreement'),
            one.agreementSignedOn === null
              ? t('notSigned')
              : t('agreementFacts', { no: one.agreementNo ?? '', date: formatDay(one.agreementSignedOn) }),
          ],
          [t('districts'), one.districtCodes.map(districts.name).join('、') || t('allDistricts')],
          [t('workload'), t('ofLimit', { cases: one.openCases, limit: one.caseloadLimit })],
          [t('overdue'), String(one.overdueFollowUps)],
          [
            t('training'),
            [one.training, one.trainedOn && formatDay(one.trainedOn)].filter(Boolean).join(' · ') || '—',
          ],
          [t('registered'), formatDay(one.registeredOn)],
          ...(one.endedOn === null ? [] : [[t('endedOn'), formatDay(one.endedOn)] as const]),
        ]}
      />
      {one.endedOn === null && (
        <div className="panel-actions matchmaker-actions">
          <Button onClick={() => setOpen('edit')}>{t('edit')}</Button>
          <Button type={one.state === 'unsigned' ? 'primary' : 'default'} onClick={() => setOpen('sign')}>
            {t('sign')}
          </Button>
          {one.openCases > 0 && <Button onClick={() => setOpen('handOver')}>{t('handOver')}</Button>}
          <Button onClick={() => setOpen('end')}>{t('end')}</Button>
        </div>
      )}
      <Dialog open={open} matchmaker={one} onClose={() => setOpen(undefined)} />
    </>
  )
}

type Opened = 'edit' | 'sign' | 'handOver' | 'end'

const dialogs = { edit: EditDialog, sign: AgreementDialog, handOver: HandOverDialog, end: EndDialog }

function Dialog(props: { open: Opened | undefined; matchmaker: Matchmaker; onClose: () => void }) {
  if (props.open === undefined) return null
  const Opened = dialogs[props.open]
  return <Opened matchmaker={props.matchmaker} onClose={props.onClose} />
}
