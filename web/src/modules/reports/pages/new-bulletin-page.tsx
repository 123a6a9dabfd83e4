import '../reports.css'
import { useNavigate } from '@tanstack/react-router'
import { App, Button, Skeleton } from 'antd'
import type { BulletinTemplate } from '#contract/reports-bulletins.ts'
import { language } from '../../../i18n/language.ts'
import { errorSentence } from '../../../kit/errors.ts'
import { Page } from '../../../kit/page.tsx'
import { useAct, useRead } from '../../../kit/query.ts'
import { bulletinsChanged } from '../bulletins-changed.ts'
import { t } from '../texts.ts'

/** Choose what to begin with; the bulletin is a draft from then on. */
export default function NewBulletinPage() {
  const { data, error } = useRead('listBulletinTemplates')
  const begin = useAct('createBulletin', { invalidates: bulletinsChanged })
  const navigate = useNavigate()
  const { message } = App.useApp()
  const start = (template: string) =>
    begin.mutate(
      { template },
      {
        onSuccess: ({ id }) => void navigate({ to: `/bulletins/${id}/edit`, search: {} as never }),
        onError: (failure) => void message.error(errorSentence(failure)),
      },
    )
  return (
    <Page title={t('chooseTemplate')} note={t('chooseNote')}>
      {error && <p className="problem">{errorSentence(error)}</p>}
      {!data && !error && <Skeleton active />}
      <div className="bulletin-templates">
        {data?.items.map((template) => (
          <Template
            key={template.key}
            template={template}
            busy={begin.isPending}
            onBegin={() => start(template.key)}
          />
        ))}
      </div>
    </Page>
  )
}

function Template({
  template,
  busy,
  onBegin,
}: {
  template: BulletinTemplate
  busy: boolean
  onBegin: () => void
}) {
  const zh = language() === 'zh'
  const text = zh ? template.textZh : template.textEn
  const figures = text.match(/\{[a-z_]+\|/g) ?? []
  const lead = text.split('\n').find((line) => !line.startsWith('#')) ?? ''
  return (
    <section className="panel bulletin-template">
      <h2>{zh ? template.zh : template.en}</h2>
      <p>{lead.replaceAll('{organisation}', zh ? '本会' : 'The federation')}</p>
      <p className="quiet">{t('lines', { count: figures.length })}</p>
      <Button type="primary" loading={busy} onClick={onBegin}>
        {t('begin')}
      </Button>
    </section>
  )
}
