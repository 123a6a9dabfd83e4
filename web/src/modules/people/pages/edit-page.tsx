import '../people.css'
import '../member-file.css'
import { useMutationState, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button } from 'antd'
import { useState } from 'react'
import type { MemberFile } from '#contract/people-records.ts'
import { CallError } from '../../../kit/call-error.ts'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { Page } from '../../../kit/page.tsx'
import { useParam } from '../../../kit/params.ts'
import { Icon } from '../../../ui/icon.tsx'
import { t } from '../file-texts.ts'
import { NumberFields, PersonFields } from '../forms/person-fields.tsx'
import { changesOf, valuesOf, type PersonValues } from '../forms/person-values.ts'
import { WithFile } from '../parts/file-states.tsx'
import { membersChanged } from '../parts/members-changed.ts'

/** Changes what is known of a person. Of two officers who change at once the later one is told, and nothing is lost. */
export default function EditPage() {
  const personId = useParam('personId')
  const [opening, setOpening] = useState(0)
  return (
    <WithFile personId={personId}>
      {(file) => (
        <EditForm key={`${personId} ${opening}`} latest={file} reopen={() => setOpening(opening + 1)} />
      )}
    </WithFile>
  )
}

function EditForm({ latest, reopen }: { latest: MemberFile; reopen: () => void }) {
  // The file as it was when the form was opened: its version is what the server compares.
  const [file] = useState(latest)
  const [before] = useState(() => valuesOf(file))
  const { message } = App.useApp()
  const navigate = useNavigate()
  const client = useQueryClient()
  const outdated = useRefusedAsOutdated() || latest.version !== file.version
  const back = () => void navigate({ to: `/members/${file.personId}` as never, search: {} as never })
  async function openAgain() {
    await client.refetchQueries({ queryKey: ['getMember'] })
    reopen()
  }
  return (
    <Page title={t('editTitle', { name: file.name })}>
      {outdated && (
        <Alert
          className="outdated"
          type="warning"
          showIcon
          icon={<Icon name="warn" />}
          title={t('changedMeanwhile')}
          action={<Button onClick={() => void openAgain()}>{t('reopen')}</Button>}
        />
      )}
      <FormShell
        operation="changeMember"
        invalidates={membersChanged}
        initial={before}
        toInput={(values: PersonValues) => ({
          personId: file.personId,
          version: file.version,
          ...changesOf(values, before),
        })}
        onDone={() => {
          void message.success(t('saved'))
          back()
        }}
        submit={t('save')}
        onCancel={back}
      >
        <FormGroup title={t('groupPerson')}>
          <PersonFields onRecord={before} />
        </FormGroup>
        <FormGroup title={t('groupNumbers')} hint={t('groupNumbersHint')}>
          <NumberFields document={file.document} mobile={file.mobile} />
        </FormGroup>
      </FormShell>
    </Page>
  )
}

// The form says what the server refused; this adds the way out.
function useRefusedAsOutdated(): boolean {
  const [openedAt] = useState(() => Date.now())
  const refused = useMutationState({
    filters: { mutationKey: ['changeMember'], status: 'error' },
    select: ({ state }) =>
      state.submittedAt >= openedAt &&
      state.error instanceof CallError &&
      state.error.code === 'people.changed_meanwhile',
  })
  return refused.includes(true)
}
