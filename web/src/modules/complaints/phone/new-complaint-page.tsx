import { useState } from 'react'
import { complaintSubjects, type ComplaintSubject, type ComplaintTarget } from '#contract/complaints.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Choice, TextArea } from '../../../ui/light/choice.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { Skeleton } from '../../../ui/light/waiting.tsx'
import { postName } from '../../access/posts.ts'
import { subjectName } from '../words.ts'
import { t } from './texts.ts'

/** A complaint about my union, what leads it, or one of their officers. */
export default function NewComplaintPage() {
  const targets = useRead('listComplaintTargets')
  if (targets.isPending) return <Skeleton lines={6} label={t('loading')} />
  if (!targets.data) return <Empty icon="offline" title={t('newOne')} hint={errorSentence(targets.error)} />
  const { items } = targets.data
  if (items.length === 0) return <Empty icon="info" title={t('noTargets')} hint={t('noTargetsHint')} />
  return <ComplaintForm targets={items} />
}

function ComplaintForm({ targets }: { targets: readonly ComplaintTarget[] }) {
  const [organisationId, setOrganisation] = useState(targets[0]!.organisationId)
  const [appointmentId, setAppointment] = useState('')
  const [subject, setSubject] = useState<ComplaintSubject>('service')
  const [text, setText] = useState('')
  const [anonymous, setAnonymous] = useState(false)
  const file = useAct('fileComplaint', { invalidates: ['listOwnComplaints'] })
  const target = targets.find((each) => each.organisationId === organisationId) ?? targets[0]!
  if (file.data) return <Sent answer={file.data} />
  const send = () =>
    file.mutate({
      organisationId,
      subject,
      text,
      anonymous,
      ...(appointmentId === '' ? {} : { appointmentId }),
    })
  return (
    <form
      className="sheet"
      onSubmit={(event) => {
        event.preventDefault()
        send()
      }}
    >
      <Choice
        label={t('about')}
        value={organisationId}
        onChange={(value) => {
          setOrganisation(value)
          setAppointment('')
        }}
        options={targets.map((each) => ({ value: each.organisationId, label: each.name }))}
        hint={target.handledBy ? t('aboutHint', { name: target.handledBy }) : t('nobodyAbove')}
      />
      <Choice
        label={t('officer')}
        value={appointmentId}
        onChange={setAppointment}
        options={[
          { value: '', label: t('wholeUnit') },
          ...target.officers.map((each) => ({
            value: each.appointmentId,
            label: `${each.name} · ${postName(each.post)}`,
          })),
        ]}
      />
      <Choice
        label={t('subject')}
        value={subject}
        onChange={(value) => setSubject(value as ComplaintSubject)}
        options={complaintSubjects.map((each) => ({ value: each, label: subjectName(each) }))}
      />
      <TextArea label={t('text')} value={text} onChange={setText} maxLength={2000} />
      <label className="tick">
        <input
          type="checkbox"
          checked={anonymous}
          onChange={(event) => setAnonymous(event.currentTarget.checked)}
        />
        {t('anonymous')}
      </label>
      <p className="field-hint">{t('anonymousHint')}</p>
      {file.error && <Notice tone="problem" title={errorSentence(file.error)} />}
      <Button look="primary" type="submit" busy={file.isPending} why={whyNot(target, text)}>
        {t('send')}
      </Button>
    </form>
  )
}

function Sent({ answer }: { answer: { receiptNo: string; handledBy: string; dueOn: string } }) {
  return (
    <>
      <Notice tone="done" title={t('sent')}>
        <p className="figures">{t('receipt', { number: answer.receiptNo })}</p>
        <p>{t('handled', { name: answer.handledBy })}</p>
        <p>{t('due', { date: formatDay(answer.dueOn) })}</p>
      </Notice>
      <PhoneLink to="/complaints" className="button button-plain">
        {t('back')}
      </PhoneLink>
    </>
  )
}

function whyNot(target: ComplaintTarget, text: string): string | undefined {
  if (target.handledBy === null) return t('nobodyAbove')
  return text.trim().length < 5 ? t('textShort') : undefined
}
