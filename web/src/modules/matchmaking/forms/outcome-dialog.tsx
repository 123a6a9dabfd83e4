import { App, Radio } from 'antd'
import { pairOutcomes, type FollowUp, type PairOutcome } from '#contract/matchmaking-desk.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../desk-texts.ts'
import { outcomeName } from '../desk-words.ts'

interface Values {
  outcome: PairOutcome | 'asked'
  happenedOn: string
}

/** 记录回访: how it goes between two people, and that one has asked. */
export function OutcomeDialog({ followUp, onClose }: { followUp: FollowUp; onClose: () => void }) {
  const { message } = App.useApp()
  const { today } = useMe()
  return (
    <FormDialog title={followUp.names.join(' × ')} words={t('outcomeHint')} onClose={onClose}>
      <FormShell<'noteFollowUp', Values>
        operation="noteFollowUp"
        invalidates={['getDesk', 'listFollowUps', 'getCase']}
        initial={{ outcome: 'asked', happenedOn: today }}
        toInput={({ outcome, happenedOn }) => ({
          followUpId: followUp.id,
          outcome: outcome === 'asked' ? null : outcome,
          happenedOn,
        })}
        submit={t('saveOutcome')}
        onDone={() => {
          void message.success(t('outcomeSaved'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="outcome" label={t('outcome')} need="required">
          <Radio.Group
            className="desk-radios"
            options={[
              { value: 'asked', label: t('onlyAsked') },
              ...pairOutcomes.map((outcome) => ({ value: outcome, label: outcomeName(outcome) })),
            ]}
          />
        </FormField>
        <FormField name="happenedOn" label={t('happenedOn')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
