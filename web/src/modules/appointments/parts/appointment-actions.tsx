import { Button } from 'antd'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useRead } from '../../../kit/query.ts'
import { EndingDialog } from '../forms/ending-dialog.tsx'
import { SubstituteDialog } from '../forms/substitute-dialog.tsx'
import { t } from '../texts.ts'

/** What may be done with an appointment, as the server said. */
export function AppointmentActions({ appointmentId }: { appointmentId: string }) {
  const { data } = useRead('getAppointment', { appointmentId })
  const navigate = useNavigate()
  const [open, setOpen] = useState<'ending' | 'substitute'>()
  if (!data || data.id !== appointmentId || !data.can.end) return null
  const close = () => setOpen(undefined)
  return (
    <div className="panel-actions">
      {data.can.handOver && (
        <Button
          onClick={() =>
            void navigate({ to: `/appointments/${appointmentId}/hand-over` as never, search: {} as never })
          }
        >
          {t('handOver')}
        </Button>
      )}
      {data.can.substitute && <Button onClick={() => setOpen('substitute')}>{t('substitute')}</Button>}
      <Button onClick={() => setOpen('ending')}>{t('end')}</Button>
      {open === 'substitute' && <SubstituteDialog appointment={data} onClose={close} />}
      {open === 'ending' && <EndingDialog appointment={data} onClose={close} />}
    </div>
  )
}
