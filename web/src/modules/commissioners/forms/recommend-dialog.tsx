import { App } from 'antd'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { useMe } from '../../../kit/me.ts'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { MemberSelect } from '../../people/parts/member-select.tsx'
import { t } from '../pool-texts.ts'
import { entryOf, TalentFields, type TalentValues } from './talent-fields.tsx'

type Values = TalentValues & { personId: string }

/** 推荐入库: one’s own organisation recommends a member. */
export function RecommendDialog({ onClose }: { onClose: () => void }) {
  const { message } = App.useApp()
  const { today, actingAs } = useMe()
  return (
    <FormDialog title={t('recommend')} words={t('recommendWords')} onClose={onClose}>
      <FormShell<'addTalent', Values>
        operation="addTalent"
        invalidates={['listTalents', 'listVacancyMatches']}
        initial={{ skills: ['union_work'], trainedHours: 0, availableFrom: today }}
        toInput={(values) => ({
          personId: values.personId,
          organisationId: actingAs!.organisationId,
          ...entryOf(values),
        })}
        submit={t('recommend')}
        onDone={() => {
          void message.success(t('recommended'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="personId" label={t('person')} need="required">
          <PersonField />
        </FormField>
        <TalentFields />
      </FormShell>
    </FormDialog>
  )
}

function PersonField({ value, onChange }: { value?: string; onChange?: (id: string | undefined) => void }) {
  return (
    <MemberSelect
      value={value}
      onChange={(id) => onChange?.(id)}
      except=""
      label={t('person')}
      placeholder={t('personHint')}
    />
  )
}
