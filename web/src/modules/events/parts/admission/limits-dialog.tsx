import { App, InputNumber } from 'antd'
import type { Admission } from '#contract/events-admission.ts'
import { FormField } from '../../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../../kit/form/form-shell.tsx'
import { InstantField } from '../../../../kit/form/instant-field.tsx'
import { Dialog } from '../../../people/parts/dialog.tsx'
import { ageBandName } from '../../admission-words.ts'
import { fieldOf, limitsOf, usualQuotas, valuesOf, type LimitsValues } from './limits-values.ts'
import { t } from './texts.ts'

/** Places, quotas, balance and release in one form. */
export function LimitsDialog({
  admission,
  startsAt,
  onClose,
}: {
  admission: Admission
  startsAt: string
  onClose: () => void
}) {
  const { message } = App.useApp()
  return (
    <Dialog title={t('change')} onClose={onClose}>
      <p className="dialog-note">{t('changeNote')}</p>
      <FormShell<'setAdmission', LimitsValues>
        operation="setAdmission"
        invalidates={['getAdmission', 'listRegistrations', 'getEvent']}
        initial={valuesOf(admission)}
        toInput={(values) => limitsOf(values, admission)}
        onDone={() => {
          void message.success(t('saved'))
          onClose()
        }}
        submit={t('save')}
        onCancel={onClose}
      >
        <FormField name="capacity" label={t('capacity')} need="required">
          <InputNumber min={1} max={100_000} precision={0} />
        </FormField>
        <FormField name="offerMinutes" label={t('offerMinutes')} need="optional" hint={t('offerHint')}>
          <InputNumber min={1} max={10_080} precision={0} />
        </FormField>
        <QuotaFields admission={admission} />
        <BalanceFields startsAt={startsAt} />
      </FormShell>
    </Dialog>
  )
}

function QuotaFields({ admission }: { admission: Admission }) {
  return (
    <FormGroup title={t('quotas')} hint={t('quotasHint')}>
      <div className="admission-fields">
        {usualQuotas(admission.ageBands).map((quota) => (
          <FormField key={fieldOf(quota)} name={fieldOf(quota)} label={labelOf(quota)} need="optional">
            <InputNumber min={0} max={100_000} precision={0} />
          </FormField>
        ))}
      </div>
    </FormGroup>
  )
}

function labelOf({ kind, dimension, value }: ReturnType<typeof usualQuotas>[number]): string {
  if (kind === 'reserve') return t('reserveFirst')
  if (dimension === 'unit') return t('capUnit')
  if (dimension === 'age_band') return t('capAge', { band: ageBandName(value) })
  return value === 'male' ? t('capMale') : t('capFemale')
}

function BalanceFields({ startsAt }: { startsAt: string }) {
  return (
    <FormGroup title={t('balance')} hint={t('balanceHint')}>
      <div className="admission-fields">
        <FormField name="ratioMale" label={t('ratioMale')} need="optional">
          <InputNumber min={1} max={100} precision={0} placeholder="1" />
        </FormField>
        <FormField name="ratioFemale" label={t('ratioFemale')} need="optional">
          <InputNumber min={1} max={100} precision={0} placeholder="1" />
        </FormField>
        <FormField name="tolerance" label={t('tolerance')} need="optional">
          <InputNumber min={0} max={10_000} precision={0} />
        </FormField>
      </div>
      <FormField
        name="releaseAt"
        label={t('releaseAt')}
        need="optional"
        hint={t('releaseHint')}
        rules={[
          {
            validator: (_, value?: string | null) =>
              value && value > startsAt ? Promise.reject(new Error(t('releaseHint'))) : Promise.resolve(),
          },
        ]}
      >
        <InstantField />
      </FormField>
    </FormGroup>
  )
}
