import { App, Select } from 'antd'
import type { Matchmaker } from '#contract/matchmaking-matchmakers.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { MatchmakerSelect } from '../parts/matchmaker-select.tsx'
import { t } from '../register-texts.ts'

interface DialogProps {
  matchmaker: Matchmaker
  onClose: () => void
}

const reasons = ['own_wish', 'moved', 'term_over', 'breach'] as const
const outdated = ['listMatchmakers', 'getMatchmaker'] as const

/** 移交: all open cases go to another matchmaker. */
export function HandOverDialog({ matchmaker, onClose }: DialogProps) {
  const { message } = App.useApp()
  const words = t('handOverWords', { name: matchmaker.name, cases: matchmaker.openCases })
  return (
    <FormDialog title={t('handOver')} words={words} onClose={onClose}>
      <FormShell<'handOverCases', { toMatchmakerId: string }>
        operation="handOverCases"
        invalidates={outdated}
        initial={{}}
        toInput={(values) => ({ ...values, matchmakerId: matchmaker.id })}
        submit={t('handOver')}
        onDone={({ cases }) => {
          void message.success(t('handedOver', { cases }))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="toMatchmakerId" label={t('to')} need="required">
          <MatchmakerSelect except={matchmaker.id} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}

/** 注销: the desk closes, cases go on with a successor or return to the pool. */
export function EndDialog({ matchmaker, onClose }: DialogProps) {
  const { message } = App.useApp()
  return (
    <FormDialog title={t('end')} words={t('endWords', { name: matchmaker.name })} onClose={onClose}>
      <FormShell<'endMatchmaker', { reason: (typeof reasons)[number]; toMatchmakerId?: string }>
        operation="endMatchmaker"
        invalidates={outdated}
        initial={{ reason: 'own_wish' }}
        toInput={({ reason, toMatchmakerId }) => ({
          matchmakerId: matchmaker.id,
          reason,
          ...(toMatchmakerId ? { toMatchmakerId } : {}),
        })}
        submit={t('end')}
        onDone={({ cases }) => {
          void message.success(t('handedOver', { cases }))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="reason" label={t('reason')} need="required">
          <Select options={reasons.map((reason) => ({ value: reason, label: t(reason) }))} />
        </FormField>
        <FormField name="toMatchmakerId" label={t('successor')} need="optional">
          <MatchmakerSelect except={matchmaker.id} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
