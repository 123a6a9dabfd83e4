import './entry.css'
import { useState } from 'react'
import { reportKinds, type PersonAbout } from '#contract/matchmaking-safety.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay } from '../../../kit/format.ts'
import { PhoneLink } from '../../../kit/phone/router.tsx'
import { useAct } from '../../../kit/query.ts'
import type { PhonePageProps } from '../../../kit/routes.ts'
import { Button } from '../../../ui/light/button.tsx'
import { Choice, TextArea } from '../../../ui/light/choice.tsx'
import { Empty } from '../../../ui/light/empty.tsx'
import { Notice } from '../../../ui/light/notice.tsx'
import { FilePicker } from '../../attachments/phone/file-picker.tsx'
import { useSending } from '../../attachments/phone/use-sending.ts'
import { readAbout } from '../about-path.ts'
import { reportKindName } from '../report-words.ts'
import { t } from './safety-texts.ts'

/** Blocking or reporting somebody I have met. */
export default function ReportPage({ params }: PhonePageProps) {
  const about = readAbout(params.about ?? '')
  if (about === null) return <Empty icon="info" title={t('unknown')} hint={t('unknownHint')} />
  return (
    <div className="entry-page">
      {!('blockId' in about) && <Block about={about} />}
      <Report about={about} />
    </div>
  )
}

function Block({ about }: { about: PersonAbout }) {
  const block = useAct('blockPerson', { invalidates: 'everything' })
  if (block.data) return <Notice tone="done" title={t('done')} />
  return (
    <section className="sheet">
      <h2>{t('blockLead')}</h2>
      <p>{t('blockText')}</p>
      {block.error && <Notice tone="problem" title={errorSentence(block.error)} />}
      <Button busy={block.isPending} onClick={() => block.mutate({ about })}>
        {t('block')}
      </Button>
    </section>
  )
}

function Report({ about }: { about: PersonAbout | { blockId: string } }) {
  const [kind, setKind] = useState<(typeof reportKinds)[number]>('harassment')
  const [text, setText] = useState('')
  const files = useSending()
  const report = useAct('reportPerson', { invalidates: ['listOwnReports'] })
  if (report.data)
    return (
      <>
        <Notice tone="done" title={t('sent', { date: formatDay(report.data.dueOn) })} />
        <PhoneLink to="/matchmaking/safety" className="button button-plain">
          {t('back')}
        </PhoneLink>
      </>
    )
  const send = () =>
    report.mutate({
      about,
      kind,
      text: text.trim(),
      evidenceIds: files.sent.map((each) => each.attachment.id),
    })
  return (
    <section className="sheet">
      <h2>{t('reportLead')}</h2>
      <p>{t('reportText')}</p>
      <Choice
        label={t('kind')}
        value={kind}
        onChange={(value) => setKind(value as typeof kind)}
        options={reportKinds.map((each) => ({ value: each, label: reportKindName(each) }))}
      />
      <TextArea label={t('words')} value={text} onChange={setText} maxLength={2000} />
      <FilePicker label={t('evidence')} hint={t('evidenceHint')} files={files} most={6} />
      {report.error && <Notice tone="problem" title={errorSentence(report.error)} />}
      <Button
        look="primary"
        busy={report.isPending}
        why={text.trim().length < 5 ? t('wordsShort') : undefined}
        onClick={send}
      >
        {t('send')}
      </Button>
    </section>
  )
}
