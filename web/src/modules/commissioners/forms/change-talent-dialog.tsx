import { App } from 'antd'
import type { Talent } from '#contract/commissioners-pool.ts'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../pool-texts.ts'
import { entryOf, TalentFields, type TalentValues } from './talent-fields.tsx'

/** 修改条目: puts an entry of the pool right. */
export function ChangeTalentDialog({ talent, onClose }: { talent: Talent; onClose: () => void }) {
  const { message } = App.useApp()
  const { training, wishes } = talent
  return (
    <FormDialog title={`${t('change')} · ${talent.name}`} words={t('changeWords')} onClose={onClose}>
      <FormShell<'changeTalent', TalentValues>
        operation="changeTalent"
        invalidates={['listTalents', 'listVacancyMatches']}
        initial={{
          skills: talent.skills,
          trainedHours: talent.trainedHours,
          availableFrom: talent.availableFrom,
          fullTime: talent.fullTime,
          wishedStreetIds: talent.wishedStreetIds,
          ...(training === null ? {} : { training }),
          ...(wishes === null ? {} : { wishes }),
        }}
        toInput={(values) => ({ talentId: talent.id, ...entryOf(values) })}
        submit={t('change')}
        onDone={() => {
          void message.success(t('saved'))
          onClose()
        }}
        onCancel={onClose}
      >
        <TalentFields />
      </FormShell>
    </FormDialog>
  )
}
