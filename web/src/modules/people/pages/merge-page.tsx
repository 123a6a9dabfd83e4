import '../people.css'
import '../member-file.css'
import { useNavigate } from '@tanstack/react-router'
import { App, Input, Select, Skeleton } from 'antd'
import type { MemberFile } from '#contract/people-records.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { Page } from '../../../kit/page.tsx'
import { useParam, useSearchText } from '../../../kit/params.ts'
import { useReadWhen } from '../../../kit/query.ts'
import { t as duplicateTexts } from '../duplicate-texts.ts'
import { t } from '../file-texts.ts'
import { Comparison } from '../parts/comparison.tsx'
import { WithFile } from '../parts/file-states.tsx'
import { MemberSelect } from '../parts/member-select.tsx'
import { membersChanged } from '../parts/members-changed.ts'

/** Finds the duplicate of a record, sets both side by side and, with a reason, reads them as one from now on. */
export default function MergePage() {
  const personId = useParam('personId')
  return <WithFile personId={personId}>{(file) => <Merge key={personId} file={file} />}</WithFile>
}

function Merge({ file }: { file: MemberFile }) {
  const { other } = useSearchText()
  const navigate = useNavigate()
  const chooseOther = (id: string | undefined) =>
    void navigate({ to: '.', search: (id ? { other: id } : {}) as never, replace: true })
  return (
    <Page title={t('mergeTitle', { name: file.name })} note={t('mergeNote')}>
      <div className="merge">
        <label className="merge-choice">
          <span>{t('otherRecord')}</span>
          <MemberSelect
            value={other}
            except={file.personId}
            onChange={chooseOther}
            label={t('otherRecord')}
            placeholder={t('findOther')}
          />
        </label>
        <MergeForm key={other ?? ''} file={file} other={other} />
      </div>
    </Page>
  )
}

interface Values {
  reason: string
  keepsLogIn: 'kept' | 'other'
}

function MergeForm({ file, other }: { file: MemberFile; other: string | undefined }) {
  const { message } = App.useApp()
  const navigate = useNavigate()
  const back = () => void navigate({ to: `/members/${file.personId}` as never, search: {} as never })
  const compared = useReadWhen(other, 'compareMembers', {
    personId: file.personId,
    otherPersonId: other ?? '',
  })
  const bothSignIn = compared.data?.kept.hasAccount === true && compared.data.other.hasAccount
  return (
    <>
      {compared.error && <p className="problem">{errorSentence(compared.error)}</p>}
      {other && compared.isPending && <Skeleton active title={false} paragraph={{ rows: 8 }} />}
      {compared.data && <Comparison compared={compared.data} />}
      <FormShell
        operation="mergePersons"
        invalidates={membersChanged}
        initial={{ keepsLogIn: 'kept' } as Partial<Values>}
        toInput={({ reason, keepsLogIn }: Values) => ({
          personId: file.personId,
          otherPersonId: other ?? '',
          reason: reason.trim(),
          ...(bothSignIn ? { keepsLogIn } : {}),
        })}
        onDone={() => {
          void message.success(t('mergeDone'))
          back()
        }}
        submit={t('mergeVerb')}
        why={other ? undefined : t('chooseOther')}
        onCancel={back}
      >
        <FormField
          name="reason"
          label={t('mergeReason')}
          need="required"
          hint={t('mergeReasonHint')}
          rules={[{ min: 2, whitespace: true, message: t('reasonShort') }]}
        >
          <Input maxLength={200} />
        </FormField>
        {bothSignIn && (
          <FormField
            name="keepsLogIn"
            label={duplicateTexts('logIn')}
            need="required"
            hint={duplicateTexts('logInHint')}
          >
            <Select
              options={[
                { value: 'kept', label: duplicateTexts('logInKept') },
                { value: 'other', label: duplicateTexts('logInOther') },
              ]}
            />
          </FormField>
        )}
      </FormShell>
    </>
  )
}
