import type { Organisation } from '#contract/organisation-shapes.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import {
  Consequences,
  entered,
  outdated,
  ProcedurePage,
  useBackTo,
  useShowStory,
  WhenAndWhy,
} from '../forms/procedure.tsx'
import { t } from '../forms/texts.ts'
import { OrganisationSelect } from '../parts/organisation-select.tsx'

interface Values {
  endedOn: string
  childrenTo?: string
  documentNo?: string
}

/** 撤销: nobody is deleted; who still stands below gets a new parent, members become a task of the organisation above. */
export default function ClosePage() {
  return (
    <ProcedurePage title={(name) => t('closeTitle', { name })}>
      {(organisation) => <CloseForm organisation={organisation} />}
    </ProcedurePage>
  )
}

function CloseForm({ organisation }: { organisation: Organisation }) {
  const organisationId = organisation.id
  const done = useShowStory()
  const back = useBackTo(organisationId)
  return (
    <FormShell<'closeOrganisation', Values>
      operation="closeOrganisation"
      invalidates={outdated}
      initial={
        organisation.parent && organisation.childCount > 0 ? { childrenTo: organisation.parent.id } : {}
      }
      toInput={({ endedOn, ...rest }) => ({ organisationId, endedOn, ...entered(rest) })}
      submit={t('closeVerb')}
      onDone={() => done(organisationId)}
      onCancel={back}
    >
      <FormGroup title={t('when')}>
        <WhenAndWhy name="endedOn" label={t('endedOn')} />
      </FormGroup>
      {organisation.childCount > 0 && (
        <FormGroup title={t('childrenTo')}>
          <FormField
            name="childrenTo"
            label={t('childrenTo')}
            need="required"
            hint={t('childrenToHint', { children: organisation.childCount })}
          >
            <OrganisationSelect label={t('childrenTo')} />
          </FormField>
        </FormGroup>
      )}
      <Consequences
        organisationId={organisationId}
        dayField="endedOn"
        words={({ members, coverages }) => t('closeEffect', { members, coverages })}
      />
    </FormShell>
  )
}
