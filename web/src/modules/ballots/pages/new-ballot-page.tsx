import { useNavigate } from '@tanstack/react-router'
import { Form, Input, InputNumber, Radio, Select } from 'antd'
import { ballotKinds, type Ballot, type BallotKind } from '#contract/ballots-shapes.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { ballotsChanged } from '../ballots-changed.ts'
import { RecalledSelect } from '../parts/recalled-select.tsx'
import { t } from '../texts.ts'
import { kindName } from '../words.ts'

interface Values {
  organisationId: string
  kind: BallotKind
  title: string
  seats: number
  fills: Ballot['fills']
  electorate: Ballot['electorate']
  form: Ballot['form']
  recalls: string
  termYears: number
  meetingOn: string
}

const longestTerm = 5

/** Plans an election, a by-election or a recall; the rules of today are stored with it. */
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
          seats: kind === 'chair' || kind === 'recall' ? 1 : 5,
          fills: asked.fills === 'vacancy' ? 'vacancy' : 'term',
          electorate: 'members',
          form: 'one_round',
          termYears: longestTerm,
          ...(organisationId !== undefined && { organisationId }),
        }}
        toInput={inputOf}
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
          <Select options={ballotKinds.map((each) => ({ value: each, label: kindName(each) }))} />
        </FormField>
        <OfKind />
        <FormField name="meetingOn" label={t('meetingOn')} need="required">
          <DateField />
        </FormField>
      </FormShell>
    </Page>
  )
}

/** What is asked depends on what is elected: a recall has no seats, term or rounds, one chair is one. */
function OfKind() {
  const form = Form.useFormInstance<Values>()
  const kind = Form.useWatch<BallotKind | undefined>('kind', form)
  const fills = Form.useWatch<Values['fills'] | undefined>('fills', form)
  const organisationId = Form.useWatch<string | undefined>('organisationId', form)
  if (kind === 'recall')
    return (
      <>
        <FormField name="recalls" label={t('recalls')} need="required" hint={t('recallsHint')}>
          <RecalledSelect organisationId={organisationId} />
        </FormField>
        <Electorate />
      </>
    )
  return (
    <>
      {kind !== 'chair' && (
        <FormField name="seats" label={t('seats')} need="required">
          <InputNumber min={1} max={240} precision={0} />
        </FormField>
      )}
      {kind !== 'delegates' && (
        <>
          <FormField name="fills" label={t('fills')} need="required" hint={t('fillsHint')}>
            <Radio.Group
              options={[
                { value: 'term', label: t('fillsTerm') },
                { value: 'vacancy', label: t('fillsVacancy') },
              ]}
            />
          </FormField>
          <Electorate />
        </>
      )}
      <FormField name="form" label={t('rounds')} need="required" hint={t('roundsHint')}>
        <Radio.Group
          options={[
            { value: 'one_round', label: t('oneRound') },
            { value: 'two_rounds', label: t('twoRounds') },
          ]}
        />
      </FormField>
      {fills !== 'vacancy' && (
        <FormField name="termYears" label={t('termYears')} need="required">
          <Select options={[3, longestTerm].map((years) => ({ value: years, label: String(years) }))} />
        </FormField>
      )}
    </>
  )
}

function Electorate() {
  return (
    <FormField name="electorate" label={t('electorate')} need="required">
      <Radio.Group
        options={[
          { value: 'members', label: t('byMembers') },
          { value: 'delegates', label: t('byDelegates') },
        ]}
      />
    </FormField>
  )
}

function inputOf({ organisationId, kind, title, meetingOn, ...rest }: Values) {
  const base = { organisationId, kind, title, meetingOn, termYears: rest.termYears ?? longestTerm }
  if (kind === 'recall') return { ...base, seats: 1, electorate: rest.electorate, recalls: rest.recalls }
  return {
    ...base,
    seats: kind === 'chair' ? 1 : rest.seats,
    form: rest.form,
    ...(kind !== 'delegates' && { fills: rest.fills, electorate: rest.electorate }),
  }
}
