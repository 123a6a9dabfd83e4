import { Form } from 'antd'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { Consequences, entered, outdated, useShowStory, WhenAndWhy } from '../forms/procedure.tsx'
import { t } from '../forms/texts.ts'
import { OrganisationSelect } from '../parts/organisation-select.tsx'
import '../organisations.css'

interface Values {
  predecessorIds: string[]
  successorId: string
  happenedOn: string
  documentNo?: string
}

/** 合并: some organisations end, one takes over. Who ends may come chosen from the register. */
export default function MergePage() {
  const { ids } = useSearchText()
  const done = useShowStory()
  return (
    <Page title={t('mergeTitle')}>
      <FormShell<'mergeOrganisations', Values>
        operation="mergeOrganisations"
        invalidates={outdated}
        initial={{ predecessorIds: ids ? ids.split(',') : [] }}
        toInput={({ predecessorIds, successorId, happenedOn, ...rest }) => ({
          predecessorIds: predecessorIds.filter((id) => id !== successorId),
          successorId,
          happenedOn,
          ...entered(rest),
        })}
        submit={t('mergeVerb')}
        onDone={({ organisationId }) => done(organisationId)}
      >
        <FormGroup title={t('mergeTitle')}>
          <FormField
            name="predecessorIds"
            label={t('predecessors')}
            need="required"
            rules={[{ type: 'array', min: 1, message: t('moreThanOne') }]}
          >
            <OrganisationSelect many="many" label={t('predecessors')} />
          </FormField>
          <FormField name="successorId" label={t('successor')} need="required">
            <OrganisationSelect label={t('successor')} />
          </FormField>
        </FormGroup>
        <FormGroup title={t('when')}>
          <WhenAndWhy name="happenedOn" />
        </FormGroup>
        <Effects />
      </FormShell>
    </Page>
  )
}

function Effects() {
  const form = Form.useFormInstance()
  const predecessors = Form.useWatch<string[] | undefined>('predecessorIds', form) ?? []
  const successor = Form.useWatch<string | undefined>('successorId', form)
  return predecessors.filter((id) => id !== successor).map((id) => <Effect key={id} organisationId={id} />)
}

function Effect({ organisationId }: { organisationId: string }) {
  const { data } = useReadWhen(organisationId, 'getOrganisation', { organisationId })
  if (!data) return null
  return (
    <Consequences
      organisationId={organisationId}
      dayField="happenedOn"
      words={({ children, coverages, members }) =>
        t('mergeEffect', { name: data.name, children, coverages, members })
      }
    />
  )
}
