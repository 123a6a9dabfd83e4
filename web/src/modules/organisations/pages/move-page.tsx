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
import type { Organisation } from '#contract/organisation-shapes.ts'

interface Values {
  parentId: string
  startsOn: string
  documentNo?: string
}

/** 变更上级: another parent from a day on, with everything below. */
export default function MovePage() {
  return (
    <ProcedurePage
      title={(name) => t('moveTitle', { name })}
      note={({ parent }) => parent && t('moveNote', { parent: parent.name })}
    >
      {(organisation) => <MoveForm organisation={organisation} />}
    </ProcedurePage>
  )
}

function MoveForm({ organisation }: { organisation: Organisation }) {
  const organisationId = organisation.id
  const done = useShowStory()
  const back = useBackTo(organisationId)
  return (
    <FormShell<'moveOrganisation', Values>
      operation="moveOrganisation"
      invalidates={outdated}
      initial={{}}
      toInput={({ parentId, startsOn, ...rest }) => ({
        organisationId,
        parentId,
        startsOn,
        ...entered(rest),
      })}
      submit={t('moveVerb')}
      onDone={() => done(organisationId)}
      onCancel={back}
    >
      <FormGroup title={t('newParent')}>
        <FormField name="parentId" label={t('newParent')} need="required">
          <OrganisationSelect label={t('newParent')} />
        </FormField>
      </FormGroup>
      <FormGroup title={t('when')}>
        <WhenAndWhy name="startsOn" />
      </FormGroup>
      <Consequences
        organisationId={organisationId}
        dayField="startsOn"
        words={({ below, membersBelow }) => t('moveEffect', { below, members: membersBelow })}
      />
    </FormShell>
  )
}
