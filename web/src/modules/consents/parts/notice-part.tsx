import type { NoticeText, PrivacyOverview } from '#contract/consents.ts'
import { App, Button, Input } from 'antd'
import { useState } from 'react'
import { errorSentence } from '../../../kit/errors.ts'
import { formatDay, formatInstant, shanghaiDate } from '../../../kit/format.ts'
import { useAct, useRead } from '../../../kit/query.ts'
import { postName } from '../../access/posts.ts'
import { t } from '../texts.ts'
import { inLanguage, noticeItemName, noticeItems } from '../words.ts'
import { NoticeWords } from './notice-text.tsx'
import { WithAnswer } from './with-answer.tsx'

/** The notice in force, its history, and the editor of the next version with its preview. */
export function NoticePart() {
  const overview = useRead('getPrivacyOverview')
  const [editing, setEditing] = useState(false)
  return (
    <WithAnswer answer={overview}>
      {(data) =>
        editing ? (
          <NoticeEditor overview={data} close={() => setEditing(false)} />
        ) : (
          <NoticeInForce overview={data} edit={() => setEditing(true)} />
        )
      }
    </WithAnswer>
  )
}

function NoticeInForce({ overview, edit }: { overview: PrivacyOverview; edit: () => void }) {
  const { notice, acknowledged, smallestGroup, history } = overview
  return (
    <section className="panel">
      <p>
        {notice.publishedAt
          ? t('version', { version: notice.version, date: formatDay(shanghaiDate(notice.publishedAt)) })
          : t('shipped')}
        {' · '}
        {acknowledged === null ? t('readFew', { least: smallestGroup }) : t('read', { count: acknowledged })}
      </p>
      <NoticeWords text={inLanguage({ zh: notice.zh, en: notice.en })} />
      <Button type="primary" onClick={edit}>
        {t('edit')}
      </Button>
      {history.length > 0 && (
        <>
          <h3 className="section-title">{t('history')}</h3>
          <ul>
            {history.map((one) => (
              <li key={one.version}>
                {t('version', { version: one.version, date: formatInstant(one.publishedAt) })} ·{' '}
                {postName(one.post)}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function NoticeEditor({ overview, close }: { overview: PrivacyOverview; close: () => void }) {
  const [zh, setZh] = useState<NoticeText>(overview.notice.zh)
  const [en, setEn] = useState<NoticeText>(overview.notice.en)
  const { message } = App.useApp()
  const publish = useAct('publishNotice', { invalidates: ['getPrivacyOverview'] })
  const send = () =>
    publish.mutate(
      { basedOn: overview.notice.version, zh, en },
      {
        onSuccess: () => {
          void message.success(t('published'))
          close()
        },
      },
    )
  return (
    <section className="panel">
      <div className="notice-editor">
        <Texts title={t('chinese')} name="zh" text={zh} change={setZh} />
        <Texts title={t('english')} name="en" text={en} change={setEn} />
      </div>
      <h3 className="section-title">{t('preview')}</h3>
      <div className="notice-preview">
        <NoticeWords text={inLanguage({ zh, en })} />
      </div>
      <p className="quiet">{t('publishNote')}</p>
      {publish.error && <p className="problem">{errorSentence(publish.error)}</p>}
      <div className="form-actions">
        <Button type="primary" loading={publish.isPending} onClick={send}>
          {t('publish')}
        </Button>
        <Button
          onClick={() => {
            setZh(overview.standard.zh)
            setEn(overview.standard.en)
          }}
        >
          {t('useStandard')}
        </Button>
        <Button onClick={close}>{t('cancel')}</Button>
      </div>
    </section>
  )
}

interface TextsProps {
  title: string
  name: string
  text: NoticeText
  change: (text: NoticeText) => void
}

function Texts({ title, name, text, change }: TextsProps) {
  return (
    <fieldset>
      <legend>{title}</legend>
      {noticeItems.map((item) => (
        <label key={item} htmlFor={`notice-${name}-${item}`}>
          {noticeItemName(item)}
          <Input.TextArea
            id={`notice-${name}-${item}`}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={2000}
            value={text[item]}
            onChange={(event) => change({ ...text, [item]: event.target.value })}
          />
        </label>
      ))}
    </fieldset>
  )
}
