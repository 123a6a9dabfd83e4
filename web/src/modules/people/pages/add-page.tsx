import '../people.css'
import '../member-file.css'
import { useNavigate } from '@tanstack/react-router'
import { App, Input } from 'antd'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup, FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { Page } from '../../../kit/page.tsx'
import { useSearchText } from '../../../kit/params.ts'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { t } from '../file-texts.ts'
import { NumberFields, PersonFields } from '../forms/person-fields.tsx'
import { newPersonOf, type PersonValues } from '../forms/person-values.ts'
import { membersChanged } from '../parts/members-changed.ts'

interface Values extends PersonValues {
  unionId: string
  joinedOn: string
  employerId?: string | null
  cardNumber?: string
}

/** Admits one person to a union; a former member is known by the document number and the old file goes on. */
export default function AddPage() {
  const { today } = useMe()
  const { unionId } = useSearchText()
  const { message } = App.useApp()
  const navigate = useNavigate()
  return (
    <Page title={t('addTitle')} note={t('addNote')}>
      <FormShell
        operation="addMember"
        invalidates={membersChanged}
        initial={
          { joinedOn: today, documentKind: 'citizen_id', ...(unionId ? { unionId } : {}) } as Partial<Values>
        }
        toInput={inputOf}
        onDone={({ personId, rejoined }) => {
          void message.success(rejoined ? t('rejoined') : t('added'))
          void navigate({ to: `/members/${personId}` as never, search: {} as never })
        }}
        submit={t('addTitle')}
        onCancel={() => void navigate({ to: '/members' })}
      >
        <FormGroup title={t('groupUnion')}>
          <FormField name="unionId" label={t('union')} need="required">
            <OrganisationSelect kind="basic_union" />
          </FormField>
          <FormField name="joinedOn" label={t('joined')} need="required">
            <DateField />
          </FormField>
          <FormField name="employerId" label={t('employer')} need="optional">
            <OrganisationSelect kind="employer" />
          </FormField>
          <FormField
            name="cardNumber"
            label={t('cardNumber')}
            need="optional"
            hint={t('cardNumberHint')}
            rules={[{ pattern: /^\d{16,19}$/, message: t('cardNumberHint') }]}
          >
            <Input maxLength={19} inputMode="numeric" autoComplete="off" />
          </FormField>
        </FormGroup>
        <FormGroup title={t('groupNumbers')}>
          <NumberFields />
        </FormGroup>
        <FormGroup title={t('groupPerson')}>
          <PersonFields />
        </FormGroup>
      </FormShell>
    </Page>
  )
}

function inputOf(values: Values) {
  return {
    ...newPersonOf(values),
    unionId: values.unionId,
    joinedOn: values.joinedOn,
    ...(values.employerId
      ? { employment: { employerId: values.employerId, startsOn: values.joinedOn } }
      : {}),
    ...(values.cardNumber ? { cardNumber: values.cardNumber } : {}),
  }
}
