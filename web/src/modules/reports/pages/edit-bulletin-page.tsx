import '../reports.css'
import { useNavigate } from '@tanstack/react-router'
import { Alert, App, Button, Skeleton } from 'antd'
import { useState } from 'react'
import type { Bulletin } from '#contract/reports-bulletins.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { DateField } from '../../../kit/form/date-field.tsx'
import { useUnsavedGuard } from '../../../kit/leaving.ts'
import { Page } from '../../../kit/page.tsx'
import { useAct } from '../../../kit/query.ts'
import { bulletinsChanged } from '../bulletins-changed.ts'
import { Preview } from '../parts/preview.tsx'
import { TextDesk } from '../parts/text-desk.tsx'
import { useBulletin } from '../parts/use-bulletin.ts'
import { t } from '../texts.ts'
import type { Written } from '../written.ts'

/** 修改简报: the text in both languages at the left, what it says at the right while one writes. */
export default function EditBulletinPage() {
  const { bulletin, error } = useBulletin()
  if (error)
    return (
      <Page title={t('missing')}>
        <p>{errorSentence(error)}</p>
      </Page>
    )
  if (!bulletin) return <Skeleton active paragraph={{ rows: 12 }} />
  if (!bulletin.can.edit)
    return (
      <Page title={t('editTitle')}>
        <Alert type="info" showIcon title={t('notDraft')} />
      </Page>
    )
  return <Desk bulletin={bulletin} />
}

function Desk({ bulletin }: { bulletin: Bulletin }) {
  // The version that was read: whoever saves from an older one is told.
  const [version] = useState(bulletin.version)
  const [written, setWritten] = useState<Written>(() => ({
    textZh: bulletin.textZh,
    textEn: bulletin.textEn,
    asOf: bulletin.chosenDay,
  }))
  const [shown, setShown] = useState<'zh' | 'en'>('zh')
  const [touched, setTouched] = useState(false)
  const navigate = useNavigate()
  const { message } = App.useApp()
  const save = useAct('updateBulletin', { invalidates: bulletinsChanged })
  useUnsavedGuard(touched)
  const back = () => void navigate({ to: `/bulletins/${bulletin.id}`, search: { text: shown } as never })
  const write = (change: Partial<Written>) => {
    setTouched(true)
    setWritten({ ...written, ...change })
  }
  const keep = () =>
    save.mutate(
      { bulletinId: bulletin.id, version, ...written },
      {
        onSuccess: () => {
          setTouched(false)
          void message.success(t('saved'))
          back()
        },
        onError: (failure) => void message.error(errorSentence(failure), 8),
      },
    )
  return (
    <Page
      title={t('editTitle')}
      note={bulletin.organisationName}
      actions={
        <>
          <Button onClick={back}>{t('cancel')}</Button>
          <Button type="primary" loading={save.isPending} onClick={keep}>
            {t('save')}
          </Button>
        </>
      }
    >
      <div className="bulletin-day">
        <label htmlFor="bulletin-day">{t('day')}</label>
        <DateField id="bulletin-day" value={written.asOf} onChange={(asOf) => write({ asOf })} />
        <span className="quiet">{t('dayToday')}</span>
      </div>
      <div className="bulletin-desk">
        <TextDesk written={written} shown={shown} onShow={setShown} onWrite={write} />
        <Preview written={written} shown={shown} organisationId={bulletin.organisationId} />
      </div>
    </Page>
  )
}
