import { useNavigate } from '@tanstack/react-router'
import { Input, InputNumber, Select } from 'antd'
import { ballotKinds, type BallotKind } from '#contract/ballots-shapes.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { ballotsChanged } from '../ballots-changed.ts'
import { t } from '../texts.ts'
import { kindName } from '../words.ts'

interface Values {
  organisationId: string
  kind: BallotKind
  title: string
  seats: number
  termYears: number
  meetingOn: string
}

/** Plans an election; the rules of today are stored with it. */
export default function NewBallotPage() {
  const navigate = useNavigate()
  const { actingAs } = useMe()
  const asked = useSearchText()
  const kind = ballotKinds.find((each) => each === asked.kind) ?? 'committee'
  const organisationId = asked.organisationId ?? actingAs?.organisationId
  return (
    <Page title={t('plan')}>
      <FormShell<'createBallot', Values>
        operation="createBallot"
        invalidates={ballotsChanged}
        initial={{
          kind,
          seats: kind === 'chair' ? 1 : 5,
          termYears: 5,
          ...(organisationId !== undefined && { organisationId }),
        }}
        toInput={(values) => values}
        submit={t('plan')}
        onDone={({ id }) => void navigate({ to: `/ballots/${id}` as never })}
      >
        <FormField name="organisationId" label={t('organisation')} need="required">
          <OrganisationSelect label={t('organisation')} kind="basic_union" />
        </FormField>
        <FormField name="title" label={t('title')} need="required" hint={t('titleHint')}>
          <Input maxLength={120} />
        </FormField>
        <FormField name="kind" label={t('kind')} need="required">
          <Select options={ballotKinds.map((kind) => ({ value: kind, label: kindName(kind) }))} />
        </FormField>
        <FormField name="seats" label={t('seats')} need="required">
          <InputNumber min={1} max={60} precision={0} />
        </FormField>
        <FormField name="termYears" label={t('termYears')} need="required">
          <Select options={[3, 5].map((years) => ({ value: years, label: String(years) }))} />
        </FormField>
        <FormField name="meetingOn" label={t('meetingOn')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </Page>
  )
}
