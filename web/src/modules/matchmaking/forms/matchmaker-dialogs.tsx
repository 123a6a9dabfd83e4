import { App, Input } from 'antd'
import type { Matchmaker } from '#contract/matchmaking-matchmakers.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../register-texts.ts'
import { MatchmakerFields, type MatchmakerValues } from './matchmaker-fields.tsx'

interface DialogProps {
  matchmaker: Matchmaker
  onClose: () => void
}

/** Districts, caseload and training of one matchmaker. */
export function EditDialog({ matchmaker, onClose }: DialogProps) {
  const { message } = App.useApp()
  const { districtCodes, caseloadLimit, training, trainedOn } = matchmaker
  return (
    <FormDialog title={matchmaker.name} words={t('editWords')} onClose={onClose}>
      <FormShell<'updateMatchmaker', MatchmakerValues>
        operation="updateMatchmaker"
        invalidates={['listMatchmakers', 'getMatchmaker']}
        initial={{ districtCodes, caseloadLimit, training, trainedOn }}
        toInput={(values) => ({ ...values, matchmakerId: matchmaker.id })}
        submit={t('save')}
        onDone={() => {
          void message.success(t('saved'))
          onClose()
        }}
        onCancel={onClose}
      >
        <MatchmakerFields />
      </FormShell>
    </FormDialog>
  )
}

/** 登记保密协议: number and day of the signed agreement. */
export function AgreementDialog({ matchmaker, onClose }: DialogProps) {
  const { message } = App.useApp()
  const { today } = useMe()
  return (
    <FormDialog title={t('sign')} words={t('signWords')} onClose={onClose}>
      <FormShell<'recordAgreement', { agreementNo: string; signedOn: string }>
        operation="recordAgreement"
        invalidates={['listMatchmakers', 'getMatchmaker']}
        initial={{ agreementNo: matchmaker.agreementNo ?? '', signedOn: today }}
        toInput={(values) => ({ ...values, matchmakerId: matchmaker.id })}
        submit={t('save')}
        onDone={() => {
          void message.success(t('saved'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="agreementNo" label={t('agreementNo')} need="required">
          <Input maxLength={60} />
        </FormField>
        <FormField name="signedOn" label={t('signedOn')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
