import { Button, Form, Input } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { useAct } from '../../../kit/query.ts'
import { t } from '../door-texts.ts'

/** Takes a check-in back that was entered by mistake, with the reason. */
export function TakeBackCheckIn({ eventId }: { eventId: string }) {
  const [badgeNo, setBadgeNo] = useState('')
  const [reason, setReason] = useState('')
  const takeBack = useAct('takeBackCheckIn', { invalidates: ['listScans', 'getHall'] })
  const ready = /^\d{1,6}$/.test(badgeNo.trim()) && reason.trim().length >= 2
  return (
    <section className="panel">
      <h2>{t('takeBack')}</h2>
      <p className="page-note">{t('takeBackHint')}</p>
      <Form
        layout="vertical"
        onFinish={() => ready && takeBack.mutate({ eventId, badgeNo: badgeNo.trim(), reason: reason.trim() })}
      >
        <div className="door-pair">
          <Form.Item label={t('badgeNo')} htmlFor="back-number">
            <Input
              id="back-number"
              maxLength={6}
              inputMode="numeric"
              value={badgeNo}
              onChange={(event) => setBadgeNo(event.target.value)}
            />
          </Form.Item>
          <Form.Item label={t('reason')} htmlFor="back-reason">
            <Input
              id="back-reason"
              maxLength={200}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Form.Item>
        </div>
        <Button htmlType="submit" loading={takeBack.isPending} disabled={!ready}>
          {t('takeBack')}
        </Button>
        {!ready && <span className="door-why">{t('bothFirst')}</span>}
      </Form>
      <div role="status">
        {takeBack.error && <p className="problem">{errorSentence(takeBack.error)}</p>}
        {takeBack.isSuccess && <p>{t('takenBack', { number: takeBack.variables.badgeNo })}</p>}
      </div>
    </section>
  )
}
