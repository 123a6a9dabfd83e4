import '../../admission.css'
import { App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Admission } from '#contract/events-admission.ts'
import { useConfirm } from '../../../../kit/confirm.tsx'
import { errorSentence } from '../../../../kit/errors.ts'
import { formatInstant } from '../../../../kit/format.ts'
import { useAct, useRead } from '../../../../kit/query.ts'
import type { EventTabProps } from '../../../../kit/routes.ts'
import { LimitsDialog } from './limits-dialog.tsx'
import { LimitsShown } from './limits-shown.tsx'
import { PlacesShown } from './places-shown.tsx'
import { ProofButton } from './proof-button.tsx'
import { RegistrationList } from './registration-list.tsx'
import { t } from './texts.ts'

/** 报名: the places of an event as they fill, what limits them, the draw, and everybody on the list. */
export default function AdmissionTab({ event }: EventTabProps) {
  const { data, error } = useRead('getAdmission', { eventId: event.id })
  if (error) return <p className="problem">{errorSentence(error)}</p>
  if (!data || data.eventId !== event.id) return <Skeleton active paragraph={{ rows: 8 }} />
  return (
    <div className="admission">
      <div className="admission-head">
        <PlacesShown admission={data} />
        <section className="panel">
          <h2 className="section-title">{t('limits')}</h2>
          <LimitsShown admission={data} />
          <ChangeLimits admission={data} startsAt={event.startsAt} />
        </section>
      </div>
      {data.admission === 'lottery' && <Draw admission={data} />}
      {data.can.run ? <RegistrationList admission={data} /> : <p className="quiet">{t('notMine')}</p>}
    </div>
  )
}

function ChangeLimits({ admission, startsAt }: { admission: Admission; startsAt: string }) {
  const [opened, open] = useState(false)
  return (
    <div className="panel-actions">
      <Button disabled={!admission.can.change} onClick={() => open(true)}>
        {t('change')}
      </Button>
      {!admission.can.change && <span className="quiet">{t('cannotChange')}</span>}
      {opened && <LimitsDialog admission={admission} startsAt={startsAt} onClose={() => open(false)} />}
    </div>
  )
}

function Draw({ admission }: { admission: Admission }) {
  const confirm = useConfirm()
  const { message } = App.useApp()
  const draw = useAct('drawLottery', { invalidates: ['getAdmission', 'listRegistrations', 'getEvent'] })
  async function hold() {
    const count = admission.entered.male + admission.entered.female
    if (!(await confirm({ title: t('drawTitle'), body: <p>{t('drawBody')}</p>, count, verb: t('draw') })))
      return
    draw.mutate({ eventId: admission.eventId }, { onSuccess: () => void message.success(t('drawnDone')) })
  }
  const { drawnAt, seedHash } = admission
  return (
    <section className="panel">
      <h2 className="section-title">{t('draw')}</h2>
      {seedHash !== null && (
        <p className="admission-hash">
          {t('seedHash')} <code>{seedHash}</code>
        </p>
      )}
      {draw.error && <p className="problem">{errorSentence(draw.error)}</p>}
      {drawnAt === null ? (
        <div className="panel-actions">
          <Button
            type="primary"
            disabled={!admission.can.draw}
            loading={draw.isPending}
            onClick={() => void hold()}
          >
            {t('draw')}
          </Button>
          {!admission.can.draw && <span className="quiet">{t('drawEarly')}</span>}
        </div>
      ) : (
        <div className="panel-actions">
          <span>{t('drawn', { time: formatInstant(drawnAt) })}</span>
          <ProofButton eventId={admission.eventId} />
        </div>
      )}
    </section>
  )
}
