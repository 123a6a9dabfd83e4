import '../people.css'
import '../member-file.css'
import { useNavigate } from '@tanstack/react-router'
import { App, Input, Select } from 'antd'
import type { MemberFile } from '#contract/people-records.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { t } from '../file-texts.ts'
import { WithFile } from '../parts/file-states.tsx'
import { employmentsOn } from '../parts/member-facts.ts'
import { membersChanged } from '../parts/members-changed.ts'
import { employmentFormOptions } from '../record-words.ts'

interface Values {
  employerId?: string | null
  platformName?: string
  job?: string
  form?: string | null
  unionGroup?: string
  startsOn: string
  endsEmploymentId?: string | null
}

/** Records where somebody works from a day on; where one job follows another, the earlier one ends with it. */
export default function EmploymentPage() {
  const personId = useParam('personId')
  return <WithFile personId={personId}>{(file) => <EmploymentForm key={personId} file={file} />}</WithFile>
}

function EmploymentForm({ file }: { file: MemberFile }) {
  const { today } = useMe()
  const { message } = App.useApp()
  const navigate = useNavigate()
  const back = () => void navigate({ to: `/members/${file.personId}` as never, search: {} as never })
  const present = employmentsOn(file, today).filter((one) => one.endsBefore === null)
  return (
    <Page title={t('employmentTitle', { name: file.name })}>
      <FormShell
        operation="recordEmployment"
        invalidates={membersChanged}
        initial={{ startsOn: today } as Partial<Values>}
        toInput={(values: Values) => inputOf(file.personId, values)}
        onDone={() => {
          void message.success(t('recordedEmployment'))
          back()
        }}
        submit={t('record')}
        onCancel={back}
      >
        <FormGroup title={t('groupWhere')}>
          <FormField name="employerId" label={t('employer')} need="optional" hint={t('employerHint')}>
            <OrganisationSelect kind="employer" />
          </FormField>
          <FormField name="platformName" label={t('platformName')} need="optional">
            <Input maxLength={100} />
          </FormField>
          <FormField name="startsOn" label={t('startsOn')} need="required">
            <DateField />
          </FormField>
          {present.length > 0 && (
            <FormField
              name="endsEmploymentId"
              label={t('endsPrevious')}
              need="optional"
              hint={t('endsPreviousHint')}
            >
              <Select
                allowClear
                options={present.map((one) => ({
                  value: one.id,
                  label: [one.employerName ?? one.platformName, one.job].filter(Boolean).join(' · '),
                }))}
              />
            </FormField>
          )}
        </FormGroup>
        <HowFields />
      </FormShell>
    </Page>
  )
}

function HowFields() {
  return (
    <FormGroup title={t('groupHow')}>
      <FormField name="job" label={t('job')} need="optional">
        <Input maxLength={100} />
      </FormField>
      <FormField name="form" label={t('form')} need="optional">
        <Select allowClear options={employmentFormOptions()} />
      </FormField>
      <FormField name="unionGroup" label={t('unionGroup')} need="optional">
        <Input maxLength={100} />
      </FormField>
    </FormGroup>
  )
}

function inputOf(personId: string, values: Values) {
  const text = (typed: string | null | undefined) => typed?.trim() || null
  return {
    personId,
    startsOn: values.startsOn,
    employerId: values.employerId ?? null,
    platformName: text(values.platformName),
    job: text(values.job),
    form: values.form ?? null,
    unionGroup: text(values.unionGroup),
    ...(values.endsEmploymentId ? { endsEmploymentId: values.endsEmploymentId } : {}),
  }
}
