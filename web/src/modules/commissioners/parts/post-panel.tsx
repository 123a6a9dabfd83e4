import { App, Button, Input, Select, Skeleton } from 'antd'
import { useState } from 'react'
import { postEndReasons } from '#contract/commissioners-posts.ts'
import type { Input as InputOf } from '../../../kit/call.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormShell } from '../../../kit/form/form-shell.tsx'
import { dayAfter, formatDay, formatPeriod } from '../../../kit/format.ts'
import { useMay, useMe } from '../../../kit/me.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { Facts } from '../../../ui/facts.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { FormDialog } from '../../appointments/parts/form-dialog.tsx'
import { t } from '../pool-texts.ts'
import { endingName, pointName } from '../pool-words.ts'
import { kindName } from '../gap-words.ts'
import { basisName } from '../words.ts'

const outdated = [
  'listCommissioners',
  'getAppointment',
  'getHandOverList',
  'getCommissionerCoverage',
  'listTwoNewOrganisations',
  'getOrganisationStory',
] as const

/** One post of a commissioner: its facts, its end, and what is handed over. */
export function PostPanel({ appointmentId }: { appointmentId: string }) {
  const post = useRead('getAppointment', { appointmentId })
  const mayWrite = useMay('commissioners.write')
  const [ending, setEnding] = useState(false)
  if (post.error) return <p className="problem">{errorSentence(post.error)}</p>
  if (!post.data) return <Skeleton active aria-label={t('loading')} />
  const one = post.data
  return (
    <>
      <p className="lead">{one.person.name}</p>
      <Facts
        facts={[
          [t('organisation'), one.organisationName],
          [t('kind'), kindName(one.fullTime ? 'party_affairs_officer' : 'part_time_chair')],
          [t('basis'), basisName(one.basis)],
          [t('period'), formatPeriod(one.startsOn, one.endsBefore)],
          [t('document'), one.documentNo ?? t('none')],
          ...(one.endReason === null ? [] : [[t('reason'), endingName(one.endReason)] as const]),
        ]}
      />
      {!mayWrite && <p className="quiet">{t('notYours')}</p>}
      {mayWrite && one.endReason === null && (
        <div className="panel-actions">
          <Button onClick={() => setEnding(true)}>{t('end')}</Button>
        </div>
      )}
      {mayWrite && one.endReason !== null && <HandOver appointmentId={appointmentId} />}
      {ending && <EndDialog appointmentId={appointmentId} onClose={() => setEnding(false)} />}
    </>
  )
}

function HandOver({ appointmentId }: { appointmentId: string }) {
  const list = useRead('getHandOverList', { appointmentId })
  const record = useAct('recordHandOverPoint', { invalidates: outdated })
  const { message } = App.useApp()
  if (!list.data) return null
  return (
    <section>
      <h3>{t('handOver')}</h3>
      <ul className="hand-over">
        {list.data.points.map(({ point, doneOn }) => (
          <li key={point}>
            <span>{pointName(point)}</span>
            {doneOn === null ? (
              <Button
                size="small"
                loading={record.isPending && record.variables.point === point}
                onClick={() =>
                  record.mutate(
                    { appointmentId, point },
                    { onError: (error) => void message.error(errorSentence(error)) },
                  )
                }
              >
                {t('done')}
              </Button>
            ) : (
              <span className="quiet">
                <Icon name="check" size={15} /> {t('doneOn', { day: formatDay(doneOn) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface Ending {
  endsBefore: string
  reason: InputOf<'endCommissionerPost'>['reason']
  documentNo?: string
}

function EndDialog({ appointmentId, onClose }: { appointmentId: string; onClose: () => void }) {
  const { message } = App.useApp()
  const { today } = useMe()
  return (
    <FormDialog title={t('end')} words={t('endWords')} onClose={onClose}>
      <FormShell<'endCommissionerPost', Ending>
        operation="endCommissionerPost"
        invalidates={outdated}
        initial={{ endsBefore: today, reason: 'transferred' }}
        toInput={({ endsBefore, reason, documentNo }) => ({
          appointmentId,
          endsBefore: dayAfter(endsBefore),
          reason,
          ...(documentNo ? { documentNo } : {}),
        })}
        submit={t('end')}
        onDone={() => {
          void message.success(t('ended'))
          onClose()
        }}
        onCancel={onClose}
      >
        <FormField name="endsBefore" label={t('lastDay')} need="required">
          <DateField />
        </FormField>
        <FormField name="reason" label={t('reason')} need="required">
          <Select options={postEndReasons.map((value) => ({ value, label: endingName(value) }))} />
        </FormField>
        <FormField name="documentNo" label={t('document')} need="optional">
          <Input maxLength={100} />
        </FormField>
      </FormShell>
    </FormDialog>
  )
}
