import type { Organisation } from '#contract/organisation-shapes.ts'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { entered, outdated, ProcedurePage, useBackTo, useShowStory, WhenAndWhy } from '../forms/procedure.tsx'
import { ProfileFields, type ProfileValues } from '../forms/profile-fields.tsx'
import { t } from '../forms/texts.ts'

type Values = ProfileValues & { startsOn: string; documentNo?: string }

/** 更名、变更信息: what the register says, from a day on. */
export default function ChangePage() {
  return (
    <ProcedurePage title={(name) => t('changeTitle', { name })} note={() => t('changeNote')}>
      {(organisation) => <ChangeForm organisation={organisation} />}
    </ProcedurePage>
  )
}

function ChangeForm({ organisation }: { organisation: Organisation }) {
  const { id: organisationId, profile } = organisation
  const done = useShowStory()
  const back = useBackTo(organisationId)
  return (
    <FormShell<'changeOrganisation', Values>
      operation="changeOrganisation"
      invalidates={outdated}
      initial={profile}
      toInput={({ startsOn, documentNo, ...said }) => ({
        organisationId,
        startsOn,
        ...entered({ documentNo }),
        ...changesOf(profile, said),
      })}
      submit={t('changeVerb')}
      onDone={() => done(organisationId)}
      onCancel={back}
    >
      <ProfileFields />
      <FormGroup title={t('when')}>
        <WhenAndWhy name="startsOn" />
      </FormGroup>
    </FormShell>
  )
}

/** Only what differs is sent: two officers who change different things do not undo each other. */
function changesOf(before: ProfileValues, said: ProfileValues): Partial<ProfileValues> {
  const differs = (Object.keys(said) as (keyof ProfileValues)[]).filter(
    (field) => (said[field] || null) !== (before[field] || null),
  )
  return Object.fromEntries(
    differs.map((field) => [field, field === 'directPoint' ? Boolean(said[field]) : said[field] || null]),
  )
}
