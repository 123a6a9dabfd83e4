import { Form, Input, InputNumber, Radio, Select, Switch } from 'antd'
import { Suspense, useEffect } from 'react'
import { admissionModes, hostKinds, seatings } from '#contract/events.ts'
import { eventKindForms } from '../../../kit/event-screens.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup } from '../../../kit/form/form-shell.tsx'
import { InstantField } from '../../../kit/form/instant-field.tsx'
import { useMe } from '../../../kit/me.ts'
import { DayHint } from '../../calendar/day-hint.tsx'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { admissionName, hostKindName, seatingName } from '../words.ts'
import { suggestedTimes, type EventValues } from './event-values.ts'
import { SessionsField } from './sessions-field.tsx'
import { t } from './texts.ts'

/** The fields of a draft, in groups; what only its kind has comes last. */
export function EventFields() {
  return (
    <>
      <FormGroup title={t('what')}>
        <FormField name="title" label={t('titleLabel')} need="required">
          <Input maxLength={80} />
        </FormField>
        <FormField name="hostKind" label={t('hostKind')} need="required">
          <Select options={hostKinds.map((kind) => ({ value: kind, label: hostKindName(kind) }))} />
        </FormField>
        <FormField name="hostIds" label={t('jointHosts')} need="optional" hint={t('jointHostsHint')}>
          <OrganisationSelect many="many" label={t('jointHosts')} />
        </FormField>
        <FormField name="summary" label={t('summary')} need="required" hint={t('summaryHint')}>
          <Input.TextArea rows={4} maxLength={2000} />
        </FormField>
      </FormGroup>
      <FormGroup title={t('whenWhere')}>
        <SuggestTimes />
        <FormField name="startsAt" label={t('startsAt')} need="required">
          <InstantField />
        </FormField>
        <StartHint />
        <FormField name="endsAt" label={t('endsAt')} need="required">
          <InstantField />
        </FormField>
        <FormField name="venue" label={t('venue')} need="required">
          <Input maxLength={120} />
        </FormField>
        <FormField name="address" label={t('address')} need="required">
          <Input maxLength={120} />
        </FormField>
        <FormField name="sessions" label={t('sessions')} need="optional">
          <SessionsField />
        </FormField>
        <FormField name="budgetLine" label={t('budgetLine')} need="optional">
          <Input maxLength={120} />
        </FormField>
      </FormGroup>
      <AdmissionFields />
      <RoundFields />
      <KindFields />
    </>
  )
}

function AdmissionFields() {
  const waiting = Form.useWatch<boolean | undefined>('waiting', Form.useFormInstance())
  return (
    <FormGroup title={t('admissionGroup')}>
      <FormField name="capacity" label={t('capacity')} need="required">
        <InputNumber min={1} max={100_000} precision={0} />
      </FormField>
      <FormField name="admission" label={t('admission')} need="required">
        <Radio.Group options={admissionModes.map((mode) => ({ value: mode, label: admissionName(mode) }))} />
      </FormField>
      <FormField name="registrationOpensAt" label={t('registrationOpensAt')} need="required">
        <InstantField />
      </FormField>
      <FormField name="registrationClosesAt" label={t('registrationClosesAt')} need="required">
        <InstantField />
      </FormField>
      <FormField name="cancelUntil" label={t('cancelUntil')} need="required" hint={t('cancelHint')}>
        <InstantField />
      </FormField>
      <Form.Item name="waiting" label={t('waiting')} valuePropName="checked" extra={t('waitingOn')}>
        <Switch checkedChildren={t('on')} unCheckedChildren={t('off')} />
      </Form.Item>
      {waiting && (
        <FormField name="offerMinutes" label={t('offerMinutes')} need="required">
          <InputNumber min={1} max={10_080} precision={0} />
        </FormField>
      )}
    </FormGroup>
  )
}

function RoundFields() {
  const seating = Form.useWatch<EventValues['seating'] | undefined>('seating', Form.useFormInstance())
  return (
    <FormGroup title={t('roundsGroup')}>
      <FormField name="seating" label={t('seating')} need="required">
        <Radio.Group options={seatings.map((each) => ({ value: each, label: seatingName(each) }))} />
      </FormField>
      {seating !== undefined && seating !== 'none' && (
        <>
          <FormField name="rounds" label={t('rounds')} need="required">
            <InputNumber min={1} max={60} precision={0} />
          </FormField>
          <FormField name="roundMinutes" label={t('roundMinutes')} need="required">
            <InputNumber min={1} max={240} precision={0} />
          </FormField>
          <Form.Item name="twoPart" label={t('twoPart')} valuePropName="checked" extra={t('twoPartHint')}>
            <Switch checkedChildren={t('on')} unCheckedChildren={t('off')} />
          </Form.Item>
        </>
      )}
    </FormGroup>
  )
}

function KindFields() {
  const form = Form.useFormInstance()
  const kind = Form.useWatch<string | undefined>('kind', form)
  const known = eventKindForms().find((each) => each.kind === kind)
  if (known === undefined) return null
  return (
    <Suspense fallback={null}>
      <known.Fields />
    </Suspense>
  )
}

function StartHint() {
  return <DayHint instant={Form.useWatch<string | undefined>('startsAt', Form.useFormInstance())} />
}

/** Fills the other times in once the beginning is known; what somebody has written stays. */
function SuggestTimes() {
  const form = Form.useFormInstance<Record<string, unknown>>()
  const startsAt = Form.useWatch<string | undefined>('startsAt', form)
  const kind = Form.useWatch<string | undefined>('kind', form)
  const { today } = useMe()
  useEffect(() => {
    if (!startsAt) return
    const times = suggestedTimes(startsAt, today)
    const own =
      eventKindForms()
        .find((each) => each.kind === kind)
        ?.initial(times.endsAt) ?? {}
    for (const [name, value] of Object.entries({ ...times, ...own }))
      if (form.getFieldValue(name) == null) form.setFieldValue(name, value)
  }, [form, startsAt, kind, today])
  return null
}
