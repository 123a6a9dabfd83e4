import '../access.css'
import { Button } from 'antd'
import { useState } from 'react'
import { useMay } from '../../../kit/me.ts'
import { useRead } from '../../../kit/query.ts'
import { DelegationDialog } from '../forms/delegation-dialog.tsx'
import { t } from '../texts.ts'
import { DelegationLine } from './delegation-line.tsx'

/** What the appointment in use has passed on and been given. */
export function OwnDelegations() {
  const mayDelegate = useMay('delegations.write')
  const { data } = useRead('listOwnDelegations')
  const [open, setOpen] = useState<'dialog'>()
  return (
    <section className="panel powers-part" aria-label={t('delegations')}>
      <header>
        <h2>{t('delegations')}</h2>
        {mayDelegate && <Button onClick={() => setOpen('dialog')}>{t('delegate')}</Button>}
      </header>
      <p className="quiet">{t('delegationsHint')}</p>
      {mayDelegate && (
        <>
          <h3>{t('given')}</h3>
          {data?.given.length === 0 && <p className="quiet">{t('noneGiven')}</p>}
          {data?.given.map((one) => (
            <DelegationLine key={one.id} delegation={one} />
          ))}
        </>
      )}
      <h3>{t('received')}</h3>
      {data?.received.length === 0 && <p className="quiet">{t('noneReceived')}</p>}
      {data?.received.map((one) => (
        <DelegationLine key={one.id} delegation={one} />
      ))}
      {open && <DelegationDialog onClose={() => setOpen(undefined)} />}
    </section>
  )
}
