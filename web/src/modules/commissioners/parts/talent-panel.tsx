import { App, Button, Input, Skeleton } from 'antd'
import { useState } from 'react'
import { useConfirm } from '../../../kit/confirm.tsx'
import { errorSentence } from '../../../kit/errors.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { formatDay, formatList, formatNumber } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { ChangeTalentDialog } from '../forms/change-talent-dialog.tsx'
import { t } from '../pool-texts.ts'
import { skillName } from '../skill-words.ts'

const outdated = ['listTalents', 'listVacancyMatches'] as const

/** One entry of the pool, and what its own line may do with it. */
export function TalentPanel({ talentId }: { talentId: string }) {
  const talents = useRead('listTalents', { limit: 200 })
  const [changing, setChanging] = useState(false)
  const [sharing, setSharing] = useState(false)
  const share = useAct('recordTalentSharing', { invalidates: outdated })
  const end = useAct('endTalent', { invalidates: outdated })
  const { message } = App.useApp()
  const confirm = useConfirm()
  const one = talents.data?.items.find(({ id }) => id === talentId)
  if (talents.error) return <p className="problem">{errorSentence(talents.error)}</p>
  if (!one) return <Skeleton active aria-label={t('loading')} />
  const said = { onError: (error: Error) => void message.error(errorSentence(error)) }
  const leave = async () => {
    if (await confirm({ title: t('leaveQuestion'), count: 1, verb: t('leave') }))
      end.mutate({ talentId, reason: 'own_wish' }, said)
  }
  return (
    <>
      <p className="lead">{one.name}</p>
      <Facts
        facts={[
          [t('recommendedBy'), one.recommendedBy.name],
          [t('skills'), formatList(one.skills.map(skillName))],
          [
            t('training'),
            [one.training, t('hours', { count: one.trainedHours })].filter(Boolean).join(' · '),
          ],
          [t('availableFrom'), formatDay(one.availableFrom)],
          [t('fullTime'), one.fullTime ? t('yes') : t('no')],
          [t('wishes'), one.wishes ?? t('none')],
          [t('posts'), formatNumber(one.postsHeld)],
          [t('shared'), one.shared ? t('sharedYes') : t('sharedNo')],
        ]}
      />
      {one.can.change ? (
        <div className="panel-actions">
          {one.shared ? (
            <Button onClick={() => share.mutate({ talentId, agreed: false }, said)}>{t('unshare')}</Button>
          ) : (
            <Button onClick={() => setSharing(true)}>{t('share')}</Button>
          )}
          <Button onClick={() => setChanging(true)}>{t('change')}</Button>
          <Button onClick={() => void leave()}>{t('leave')}</Button>
        </div>
      ) : (
        <p className="quiet">{t('notYours')}</p>
      )}
      {changing && <ChangeTalentDialog talent={one} onClose={() => setChanging(false)} />}
      {sharing && <ShareDialog talentId={talentId} onClose={() => setSharing(false)} />}
    </>
  )
}

function ShareDialog({ talentId, onClose }: { talentId: string; onClose: () => void }) {
  const { message } = App.useApp()
  return (
    <FormDialog title={t('share')} words={t('shareWords')} onClose={onClose}>
      <FormShell<'recordTalentSharing', { documentNo: string }>
        operation="recordTalentSharing"
        invalidates={outdated}
        initial={{}}
        toInput={({ documentNo }) => ({ talentId, agreed: true, documentNo })}
        submit={t('share')}
        onDone={() => {
          void message.success(t('saved'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="documentNo" label={t('paperNo')} need="required">
          <Input maxLength={100} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
