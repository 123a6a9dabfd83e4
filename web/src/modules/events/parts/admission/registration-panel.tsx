import { Button, Select } from 'antd'
import { useState } from 'react'
import type { RegistrationRow } from '#contract/events-admission.ts'
import { errorSentence } from '../../../../kit/errors.ts'
import { formatInstant } from '../../../../kit/format.ts'
import { useAct } from '../../../../kit/query.ts'
import { Facts } from '../../../../ui/facts.tsx'
import { ageBandName, hindranceWords, reasonName, registrationStepName } from '../../admission-words.ts'
import { t } from './texts.ts'

const outdated = ['listRegistrations', 'getAdmission'] as const

/** One registration: how it stands, and what the office can do for the person. */
export function RegistrationPanel({ row, reasons }: { row: RegistrationRow; reasons: readonly string[] }) {
  const isOpen = ['entered', 'waiting', 'offered', 'admitted'].includes(row.state)
  return (
    <>
      <Facts
        facts={[
          [t('union'), row.unionName],
          [t('sex'), t(row.sex)],
          [
            t('age'),
            [ageBandName(row.ageBand), row.firstTimer && t('firstTimer')].filter(Boolean).join(' · '),
          ],
          [t('state'), registrationStepName(row.state)],
          [t('registeredAt'), formatInstant(row.registeredAt)],
          ...row.hindrances.map((each) => [t('why'), hindranceWords(each)] as const),
        ]}
      />
      {row.lostTurn && <p className="quiet">{t('lostTurn')}</p>}
      {row.noShow && !row.excused && <Excuse row={row} reasons={reasons} />}
      {row.excused && <p>{t('excused')}</p>}
      {isOpen && !row.noShow && <Withdraw row={row} reasons={reasons} />}
    </>
  )
}

function Withdraw({ row, reasons }: { row: RegistrationRow; reasons: readonly string[] }) {
  const act = useAct('withdrawRegistration', { invalidates: outdated })
  return (
    <WithReason
      verb={t('withdraw')}
      hint={t('withdrawHint')}
      reasons={reasons}
      act={act}
      onChoose={(reason) => act.mutate({ registrationId: row.id, reason })}
    />
  )
}

function Excuse({ row, reasons }: { row: RegistrationRow; reasons: readonly string[] }) {
  const act = useAct('excuseAbsence', { invalidates: outdated })
  return (
    <WithReason
      verb={t('excuse')}
      hint={t('excuseHint')}
      reasons={reasons}
      act={act}
      onChoose={(reason) => act.mutate({ registrationId: row.id, reason })}
    />
  )
}

interface WithReasonProps {
  verb: string
  hint: string
  reasons: readonly string[]
  act: { isPending: boolean; error: Error | null }
  onChoose: (reason: string) => void
}

function WithReason({ verb, hint, reasons, act, onChoose }: WithReasonProps) {
  const [reason, choose] = useState<string>()
  return (
    <section className="admission-act">
      <p className="quiet">{hint}</p>
      {act.error && <p className="problem">{errorSentence(act.error)}</p>}
      <div className="panel-actions">
        <Select
          aria-label={t('reason')}
          placeholder={t('reason')}
          value={reason}
          onChange={choose}
          options={reasons.map((value) => ({ value, label: reasonName(value) ?? value }))}
        />
        <Button
          disabled={reason === undefined}
          loading={act.isPending}
          onClick={() => {
            if (reason !== undefined) onChoose(reason)
          }}
        >
          {verb}
        </Button>
      </div>
    </section>
  )
}
