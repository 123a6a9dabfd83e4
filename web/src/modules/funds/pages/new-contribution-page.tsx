import '../funds.css'
import {
  contributionKinds,
  contributionWays,
  type ContributionKind,
  type ContributionWay,
} from '#contract/funds-contributions.ts'
import { useNavigate } from '@tanstack/react-router'
import { Select } from 'antd'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { fenOfYuan } from '../amounts.ts'
import { c } from '../contribution-texts.ts'
import { lastMonths } from '../months.ts'
import { YuanField } from '../parts/yuan-field.tsx'
import { optionsOf } from '../words.ts'

interface Entered {
  employerId: string
  organisationId: string
  month: string
  kind: ContributionKind
  way: ContributionWay
  base: string
}

/** Records the wages of an employer for a month. What the address names is filled in: whoever corrects begins with what stood there. */
export default function NewContributionPage() {
  const navigate = useNavigate()
  const { employerId, organisationId, month, kind, way } = useSearchText()
  const { today } = useMe()
  const months = lastMonths(today, 24)
  return (
    <Page title={c('record')} note={c('recordNote')}>
      <FormShell<'recordContribution', Entered>
        operation="recordContribution"
        invalidates={['listContributions', 'sumContributions']}
        initial={{
          ...(employerId === undefined ? {} : { employerId }),
          ...(organisationId === undefined ? {} : { organisationId }),
          month: month ?? months[1]!,
          kind: (kind as ContributionKind | undefined) ?? 'regular',
          way: (way as ContributionWay | undefined) ?? 'through_basic',
        }}
        toInput={({ base, ...entered }) => ({ ...entered, wageBaseFen: fenOfYuan(base) ?? 0 })}
        onDone={({ contributionId }) => void navigate({ to: `/contributions/${contributionId}` as never })}
        submit={c('record')}
        onCancel={() => void navigate({ to: '/contributions' as never })}
      >
        <FormField name="employerId" label={c('employer')} need="required">
          <OrganisationSelect kind="employer" />
        </FormField>
        <FormField name="kind" label={c('kind')} need="required">
          <Select options={optionsOf('contributionKind', contributionKinds)} />
        </FormField>
        <FormField name="organisationId" label={c('union')} need="required" hint={c('unionHint')}>
          <OrganisationSelect />
        </FormField>
        <FormField name="month" label={c('month')} need="required" hint={c('monthHint')}>
          <Select options={months.map((value) => ({ value, label: value }))} />
        </FormField>
        <FormField name="way" label={c('way')} need="required">
          <Select options={optionsOf('contributionWay', contributionWays)} />
        </FormField>
        <YuanField name="base" label={c('base')} hint={c('baseHint')} />
      </FormShell>
    </Page>
  )
}
